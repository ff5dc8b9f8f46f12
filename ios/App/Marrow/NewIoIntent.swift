import AppIntents

/// "New IO" from the action button, Spotlight, Shortcuts or by voice: opens the app there, whether it is locked or not.
/// The phone's own lock is iOS's to ask.
struct NewIoIntent: AppIntent {
    static let title: LocalizedStringResource = "newIo"
    static let description: IntentDescription? = IntentDescription("newIo.more")
    /// Before iOS 26.
    static let openAppWhenRun = true

    @available(iOS 26.0, *)
    static var supportedModes: IntentModes { .foreground }

    @MainActor
    func perform() async throws -> some IntentResult {
        NewIoDoor.shared.knock()
        return .result()
    }
}

/// Offered without anybody setting it up. A phrase has to stand here in full, in English; the others are in the catalog.
struct MarrowShortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: NewIoIntent(), phrases: ["New IO in \(.applicationName)"], shortTitle: "newIo",
            systemImageName: "plus.circle")
    }
}

/// From the intent, which iOS makes, to the app's own parts. iOS may run it before those are there.
@MainActor
final class NewIoDoor {
    static let shared = NewIoDoor()

    private var knocked = false

    /// What is done when somebody knocks, at once where somebody has.
    var opened: (@MainActor () -> Void)? {
        didSet { if knocked { knock() } }
    }

    func knock() {
        knocked = opened == nil
        opened?()
    }
}
