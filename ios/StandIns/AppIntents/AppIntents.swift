@_exported import AppleFoundation
import Foundation

// Where Apple's own is missing: the names and types of AppIntents that Marrow uses.

public protocol AppIntent: Sendable {
    associatedtype PerformResult: IntentResult

    init()
    static var title: LocalizedStringResource { get }
    static var description: IntentDescription? { get }
    /// Until iOS 26, which asks for `supportedModes` instead.
    static var openAppWhenRun: Bool { get }
    static var supportedModes: IntentModes { get }
    func perform() async throws -> PerformResult
}

extension AppIntent {
    public static var description: IntentDescription? { nil }
    public static var openAppWhenRun: Bool { false }
    public static var supportedModes: IntentModes { .background }
}

public struct IntentModes: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static var background: IntentModes { IntentModes(rawValue: 1) }
    public static var foreground: IntentModes { IntentModes(rawValue: 2) }
}

public struct IntentDescription: Sendable, ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {}
    public init(_ description: LocalizedStringResource) {}
}

public protocol IntentResult: Sendable {}

public struct NoResult: IntentResult {}

extension IntentResult where Self == NoResult {
    public static func result() -> some IntentResult { NoResult() }
}

public enum AppShortcutPhraseToken { case applicationName }

public struct AppShortcutPhrase<Intent: AppIntent>: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var text = ""
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) { text += literal }
        public mutating func appendInterpolation(_ token: AppShortcutPhraseToken) { text += "${\(token)}" }
    }

    public init(stringInterpolation: StringInterpolation) {}
    public init(stringLiteral value: String) {}
}

public struct AppShortcut {
    public init<Intent: AppIntent>(
        intent: Intent, phrases: [AppShortcutPhrase<Intent>], shortTitle: LocalizedStringResource,
        systemImageName: String
    ) {}
}

@resultBuilder
public enum AppShortcutsBuilder {
    public static func buildBlock(_ components: AppShortcut...) -> [AppShortcut] { components }
}

public protocol AppShortcutsProvider {
    @AppShortcutsBuilder static var appShortcuts: [AppShortcut] { get }
}
