// swift-tools-version: 6.0

// Marrow for Swift: the C side (CMarrow), what uniffi generates from it (MarrowFFI), the core for screens and all that
// needs no framework of Apple's but Foundation (MarrowKit), what does (MarrowPhone, and
// MarrowTimers, which the widget shares), and the screens (MarrowUI). The first two are links into bindings/generated.
//
// Three ways to build it: for an app (on a Mac, once `App/make` has laid the core for phones into `Frameworks`), for
// tests on a Mac, and for tests on Linux, where stand-ins take the place of Apple's frameworks (`StandIns`).

import PackageDescription

// Where the library lies for tests. `./tests/run swift` builds it first, and says where.
let told = Context.environment["MARROW_LIBRARY_PATH"]
let library = told ?? "\(Context.packageDirectory)/../target/debug"

#if os(Linux)
    let onLinux = true
#else
    let onLinux = false
#endif

// What lies on the disk is no reason: this file is read once, and what came of it kept, until it or the environment is
// another.
let forTheApp = !onLinux && told == nil

let language: [SwiftSetting] = [.swiftLanguageMode(.v6)]
let strict = forTheApp ? language : language + [.unsafeFlags(["-warnings-as-errors"])]

let core: [Target] =
    forTheApp
    ? [
        .binaryTarget(name: "CMarrow", path: "Frameworks/CMarrow.xcframework"),
        .target(
            name: "MarrowFFI", dependencies: ["CMarrow"], swiftSettings: strict,
            // SQLCipher stands on Apple's own cryptography; a static library can't bring that along.
            linkerSettings: [.linkedFramework("Security"), .linkedFramework("CoreFoundation")]),
    ]
    : [
        .systemLibrary(name: "CMarrow"),
        .target(
            name: "MarrowFFI", dependencies: ["CMarrow"], swiftSettings: strict,
            linkerSettings: [
                .linkedLibrary("marrow_ffi"),
                .unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library]),
            ]),
    ]

let kit: [Target] = [
    .target(
        name: "MarrowKit", dependencies: ["MarrowFFI"], swiftSettings: strict,
        // Swift 6.0's Observation for Linux lacks a symbol of its own, which it calls only to say that it must stop.
        linkerSettings: onLinux ? [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])] : []),
    .testTarget(name: "MarrowKitTests", dependencies: ["MarrowKit"], exclude: ["Fixtures"], swiftSettings: strict),
    // Tests start it as a process of its own, where the disk is full, can only be read or is held.
    .executableTarget(
        name: "Child", dependencies: ["MarrowFFI", "MarrowKit"], path: "Tests/Child", swiftSettings: strict),
]

/// What stands in for Apple's frameworks, and what each brings along or stands on, as Apple's do.
let standIns: [Target] = [
    "Accessibility": ["UIKit"],
    "ActivityKit": [],
    "AlarmKit": ["AppleFoundation", "SwiftUI"],
    "AppIntents": ["AppleFoundation"],
    "AppleFoundation": [],
    "BackgroundTasks": [],
    "LocalAuthentication": [],
    "Security": [],
    "SwiftUI": ["UIKit"],
    "UIKit": ["UniformTypeIdentifiers"],
    "UniformTypeIdentifiers": [],
    "UserNotifications": [],
    "WebKit": ["UIKit"],
    "WidgetKit": ["ActivityKit", "SwiftUI"],
].map { name, others in
    .target(
        name: name, dependencies: others.map { .byName(name: $0) }, path: "StandIns/\(name)", swiftSettings: strict)
}

func apples(_ names: String...) -> [Target.Dependency] { onLinux ? names.map { .byName(name: $0) } : [] }

let phone: [Target] = [
    .target(
        name: "MarrowPhone",
        dependencies: ["MarrowKit", "MarrowTimers"]
            + apples(
                "ActivityKit", "AlarmKit", "BackgroundTasks", "LocalAuthentication", "Security", "SwiftUI", "UIKit",
                "UniformTypeIdentifiers", "UserNotifications", "WebKit"),
        swiftSettings: strict),
    .target(name: "MarrowTimers", dependencies: apples("ActivityKit"), swiftSettings: strict),
    .target(
        name: "MarrowUI", dependencies: ["MarrowKit"] + apples("Accessibility", "SwiftUI", "WebKit"),
        swiftSettings: strict),
]

/// The app and its widget, which Xcode builds from the same folders: here their types are checked, and what they declare.
let app: [Target] = [
    .executableTarget(
        name: "MarrowApp",
        dependencies: ["MarrowKit", "MarrowPhone", "MarrowUI"]
            + apples("AppIntents", "SwiftUI", "UIKit", "UserNotifications"),
        path: "App/Marrow", exclude: ["Support"], swiftSettings: strict),
    .executableTarget(
        name: "MarrowWidget", dependencies: ["MarrowTimers"] + apples("ActivityKit", "SwiftUI", "WidgetKit"),
        path: "App/Widget", exclude: ["Support"], swiftSettings: strict),
]

/// They read what the stand-ins were asked for, so that they run on Linux alone.
let onStandIns: [Target] = ["MarrowApp", "MarrowPhone", "MarrowUI"].map {
    .testTarget(name: "\($0)Tests", dependencies: [.byName(name: $0)], swiftSettings: strict)
}

let package = Package(
    name: "Marrow",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "MarrowKit", targets: ["MarrowKit"])]
        + (forTheApp
            ? [
                .library(name: "MarrowPhone", targets: ["MarrowPhone"]),
                .library(name: "MarrowTimers", targets: ["MarrowTimers"]),
                .library(name: "MarrowUI", targets: ["MarrowUI"]),
            ] : []),
    // A Mac has neither a phone's frameworks nor their stand-ins.
    targets: core + kit + (onLinux ? standIns + phone + app + onStandIns : forTheApp ? phone : [])
)
