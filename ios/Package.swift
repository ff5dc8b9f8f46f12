// swift-tools-version: 6.0

// The core for Swift: the C side (CMarrow), what uniffi generates from it (MarrowFFI), and the actor that apps use
// (MarrowKit). The first two are links into bindings/generated.

import PackageDescription

// Where the library lies. `./tests/run swift` builds it first.
let library = Context.environment["MARROW_LIBRARY_PATH"] ?? "\(Context.packageDirectory)/../target/debug"

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "Marrow",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "MarrowKit", targets: ["MarrowKit"])],
    targets: [
        .systemLibrary(name: "CMarrow"),
        .target(
            name: "MarrowFFI",
            dependencies: ["CMarrow"],
            swiftSettings: strict,
            linkerSettings: [
                .linkedLibrary("marrow_ffi"),
                .unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library]),
            ]
        ),
        .target(
            name: "MarrowKit",
            dependencies: ["MarrowFFI"],
            swiftSettings: strict,
            // Swift 6.0's Observation for Linux lacks a symbol of its own, which it calls only to say that it must stop.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"], .when(platforms: [.linux]))]
        ),
        .testTarget(name: "MarrowKitTests", dependencies: ["MarrowKit"], exclude: ["Fixtures"], swiftSettings: strict),
        // Tests start it as a process of its own, where the disk is full, can only be read or is held.
        .executableTarget(
            name: "Child", dependencies: ["MarrowFFI", "MarrowKit"], path: "Tests/Child", swiftSettings: strict),
    ]
)
