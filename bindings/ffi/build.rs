//! Newer Android phones map libraries in pages of 16 KB, which not every linker provides for by itself. Linux is told
//! the same, so that the library that is tested is laid out like the one that ships (`bindings/android/check-pages`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let os = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if os == "android" || os == "linux" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,max-page-size=16384");
    }
}
