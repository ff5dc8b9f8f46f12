import BackgroundTasks
import Foundation
import MarrowKit
import Testing

@testable import MarrowPhone

/// What the app declares to iOS and to the shop, held against what its code does.
@Suite
struct DeclaredTests {
    @Test("The Info.plist declares what the code asks iOS for, and asks for nothing else")
    func info() throws {
        let info = try plist("Marrow/Support/Info.plist")
        #expect(info["BGTaskSchedulerPermittedIdentifiers"] as? [String] == [Background.refresh])
        #expect(info["UIBackgroundModes"] as? [String] == ["fetch"])
        #expect(info["NSSupportsLiveActivities"] as? Bool == true)
        #expect(info["CFBundleLocalizations"] as? [String] == ["en", "es"])
        let scenes = info["UIApplicationSceneManifest"] as? [String: Any]
        // A second window would lie beside the curtain.
        #expect(scenes?["UIApplicationSupportsMultipleScenes"] as? Bool == false)
        let asked = Set(info.keys.filter { $0.hasSuffix("UsageDescription") })
        #expect(asked == ["NSAlarmKitUsageDescription", "NSFaceIDUsageDescription"])
        let code = try code()
        for used in ["AlarmManager.shared", "LAContext()"] { #expect(says(code, used), "\(used)") }
        for framework in [
            "CoreLocation", "AVFoundation", "Photos", "Contacts", "HealthKit", "Network", "CoreBluetooth",
        ] {
            #expect(!says(code, "import \(framework)"), "\(framework) is neither declared nor needed")
        }
        #expect(!says(code, "URLSession"), "nothing leaves by the network")
        // The version is told in one place.
        for plist in [info, try plist("Widget/Support/Info.plist")] {
            #expect(plist["CFBundleShortVersionString"] as? String == "$(MARKETING_VERSION)")
            #expect(plist["CFBundleVersion"] as? String == "$(CURRENT_PROJECT_VERSION)")
        }
        let widget = try plist("Widget/Support/Info.plist")["NSExtension"] as? [String: String]
        #expect(widget == ["NSExtensionPointIdentifier": "com.apple.widgetkit-extension"])
    }

    @Test("The entitlements are those that are used: urgent notifications, protected files, the app's own Keychain")
    func entitlements() throws {
        let rights = try plist("Marrow/Support/Marrow.entitlements")
        #expect(
            Set(rights.keys) == [
                "com.apple.developer.default-data-protection", "com.apple.developer.usernotifications.time-sensitive",
                "keychain-access-groups",
            ])
        #expect(rights["com.apple.developer.usernotifications.time-sensitive"] as? Bool == true)
        let protection = rights["com.apple.developer.default-data-protection"] as? String
        #expect(protection == "NSFileProtectionCompleteUntilFirstUserAuthentication")
        #expect(rights["keychain-access-groups"] as? [String] == ["$(AppIdentifierPrefix)org.marrow.app"])
    }

    @Test("The privacy manifest: nobody is tracked, nothing is collected, and each reason has its use")
    func privacy() throws {
        let manifest = try plist("Marrow/Support/PrivacyInfo.xcprivacy")
        #expect(manifest["NSPrivacyTracking"] as? Bool == false)
        #expect((manifest["NSPrivacyTrackingDomains"] as? [Any])?.isEmpty == true)
        #expect((manifest["NSPrivacyCollectedDataTypes"] as? [Any])?.isEmpty == true)
        let types = try #require(manifest["NSPrivacyAccessedAPITypes"] as? [[String: Any]])
        let reasons = Dictionary(
            uniqueKeysWithValues: types.compactMap { type -> (String, [String])? in
                guard let name = type["NSPrivacyAccessedAPIType"] as? String else { return nil }
                return (name.replacing("NSPrivacyAccessedAPICategory", with: ""), reasonsOf(type))
            })
        // Room is looked at before it runs out, times of files are SQLite's, the boot clock measures.
        #expect(reasons == ["DiskSpace": ["E174.1"], "FileTimestamp": ["C617.1"], "SystemBootTime": ["35F9.1"]])
        let code = try code()
        for used in [".systemFreeSize", "CLOCK_MONOTONIC_RAW"] { #expect(says(code, used), "\(used)") }
        for other in ["UserDefaults", "@AppStorage", "activeInputModes"] {
            #expect(!says(code, other), "\(other) would want a reason")
        }
    }

    private func reasonsOf(_ type: [String: Any]) -> [String] {
        type["NSPrivacyAccessedAPITypeReasons"] as? [String] ?? []
    }

    @Test("What iOS itself says of the app is there in each language, asked for by somebody, and nothing more")
    func catalogs() throws {
        let info = try plist("Marrow/Support/Info.plist")
        let code = try code()
        var tables = 0
        for name in ["InfoPlist", "Localizable", "AppShortcuts"] {
            let catalog = try catalog(name)
            #expect(!catalog.isEmpty)
            for (key, said) in catalog {
                #expect(Set(said.keys) == ["en", "es"], "\(key)")
                #expect(said.values.allSatisfy { !$0.isEmpty && !$0.lowercased().contains("alarm") }, "\(key)")
                #expect(said["en"] != said["es"], "\(key)")
                switch name {
                case "InfoPlist": #expect(info[key] as? String == said["en"], "\(key)")
                case "Localizable": #expect(says(code, "\"\(key)\""), "\(key)")
                default:
                    #expect(says(code, "\"\(key.replacing("${applicationName}", with: "\\(.applicationName)"))\""))
                    #expect(said.values.allSatisfy { $0.contains("${applicationName}") })
                }
            }
            tables += 1
        }
        #expect(tables == 3)
        for key in info.keys where key.hasSuffix("UsageDescription") {
            #expect(try catalog("InfoPlist")[key] != nil, "\(key) is said in one language only")
        }
    }

    @Test("The project names what is there: folders, packages' products, the widget beside the app")
    func project() throws {
        let project = try text("project.yml")
        for path in [
            "Marrow", "Widget", "Marrow/Support/Info.plist", "Widget/Support/Info.plist",
            "Marrow/Support/Marrow.entitlements", "../../bindings/generated/xcode", "..",
        ] {
            #expect(project.contains(" \(path)"), "\(path)")
            #expect(FileManager.default.fileExists(atPath: app.appendingPathComponent(path).path), "\(path)")
        }
        let package = try text("../Package.swift")
        for product in ["MarrowKit", "MarrowPhone", "MarrowTimers", "MarrowUI"] {
            #expect(project.contains(product) && package.contains(".library(name: \"\(product)\""), "\(product)")
        }
        // Folders outside of the project's would come into two groups, and be looked for from both.
        #expect(!project.contains("createIntermediateGroups: true") && !project.contains(" group: "))
        #expect(!package.contains("fileExists"), "what is kept of a package does not see that a file has come")
        #expect(project.contains("PRODUCT_BUNDLE_IDENTIFIER: org.marrow.app\n"))
        // iOS takes an extension only under the app's own name.
        #expect(project.contains("PRODUCT_BUNDLE_IDENTIFIER: org.marrow.app.widget\n"))
        #expect(Background.refresh.hasPrefix("org.marrow.app."))
        let icon = try Data(
            contentsOf: app.appendingPathComponent("Marrow/Support/Assets.xcassets/AppIcon.appiconset/AppIcon.png"))
        // Width and height of a PNG, and its colours: no transparency.
        #expect(icon[16..<24] == Data([0, 0, 4, 0, 0, 0, 4, 0]) && icon[25] == 2)
    }

    @Test("No visible word stands in the app's or the phone's code")
    func noWords() throws {
        // The screens' own are MarrowUI's tests'.
        let lines = try code(in: Self.shell).split(separator: "\n")
        for call in [
            "Text(\"", "Button(\"", "Label(\"", "navigationTitle(\"", "accessibilityLabel(\"", "localizedReason: \"",
        ] {
            #expect(lines.filter { $0.contains(call) }.isEmpty, "\(call)")
        }
        #expect(lines.count > 500)
    }

    @Test("A name that Apple's own runtime has too is said with its module")
    func names() throws {
        // On Linux there is one `Category`; beside Foundation on a phone there are two.
        let bare = try code().matches(of: /[^.\w]Category\b/).map { String($0.0) }
        #expect(bare.isEmpty)
    }

    // MARK: Reading

    /// Apart from what is expected, so that a failure does not print all of it.
    private func says(_ code: String, _ what: String) -> Bool { code.contains(what) }

    private let app = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../App").standardizedFileURL

    private func text(_ path: String) throws -> String {
        try String(contentsOf: app.appendingPathComponent(path), encoding: .utf8)
    }

    private func plist(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: app.appendingPathComponent(path))
        let read = try PropertyListSerialization.propertyList(from: data, format: nil)
        return try #require(read as? [String: Any])
    }

    /// Key, language, text.
    private func catalog(_ name: String) throws -> [String: [String: String]] {
        let data = try Data(contentsOf: app.appendingPathComponent("../../bindings/generated/xcode/\(name).xcstrings"))
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let strings = try #require(read["strings"] as? [String: [String: Any]])
        return strings.mapValues { entry in
            let said = entry["localizations"] as? [String: [String: [String: String]]] ?? [:]
            return said.compactMapValues { $0["stringUnit"]?["value"] }
        }
    }

    private static let shell = ["Marrow", "Widget", "../Sources/MarrowPhone", "../Sources/MarrowTimers"]

    /// All of Marrow's own Swift that an app is made of, or of some folders.
    private func code(in folders: [String] = shell + ["../Sources/MarrowKit", "../Sources/MarrowUI"]) throws -> String {
        var code = ""
        for folder in folders {
            let files = FileManager.default.enumerator(
                at: app.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                if file.pathExtension == "swift" { code += try String(contentsOf: file, encoding: .utf8) }
            }
        }
        return code
    }
}
