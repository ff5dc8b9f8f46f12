import Foundation
import Testing

/// The stand-in for SwiftUI is worth as much as what it refuses: a wrong label, type or isolation is an error here, as it
/// is on a Mac.
@Suite(.serialized)
struct StandInTests {
    @Test("What is right is taken")
    func right() throws {
        #expect(try compiles("Text(verbatim: sent(Visibility.self))"))
        #expect(try compiles("Text(verbatim: \"a\").padding(.horizontal, 8).frame(minHeight: 44, alignment: .leading)"))
    }

    @Test(
        "What is wrong is refused",
        arguments: [
            // A label that does not exist, one that is missing, two in the wrong order.
            "Text(plain: \"a\")", "VStack { Text(verbatim: \"a\") }.frame(smallest: 44)",
            "Text(verbatim: \"a\").frame(minHeight: 44, minWidth: 44)",
            // A type that is not the one.
            "Text(verbatim: \"a\").padding(\"8\")", "Text(verbatim: \"a\").opacity(Text(verbatim: \"b\"))",
            "Button(\"a\") { Text(verbatim: \"b\") }.buttonStyle(RoundedRectangle(cornerRadius: 8))",
            // What is not to be handed from one thread to another.
            "Text(verbatim: sent(Divider.self))", "Text(verbatim: sent(ToolbarPlacement.self))",
            "Text(verbatim: sent(AccessibilityChildBehavior.self))",
            // A modifier that Apple has not.
            "Text(verbatim: \"a\").uppercase()",
            // What only the main actor may do, done elsewhere.
            "Text(verbatim: \"a\").task { await Task.detached { Model().press() }.value }",
        ])
    func wrong(body: String) throws {
        #expect(try !compiles(body))
    }

    private func compiles(_ body: String) throws -> Bool {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = """
            import SwiftUI
            @MainActor final class Model { func press() {} }
            func sent<Value: Sendable>(_ type: Value.Type) -> String { "" }
            struct Shown: View { var body: some View { \(body) } }
            """
        try text.write(to: file, atomically: true, encoding: .utf8)
        // SwiftPM puts all that it builds into one folder.
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-I", built.appendingPathComponent("Modules").path,
            file.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
