//! Writes Kotlin and Swift from the unstripped library: `bindings/generate` calls it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
