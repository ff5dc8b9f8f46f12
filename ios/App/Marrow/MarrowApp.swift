import MarrowPhone
import SwiftUI

/// The app: one window, and a moment in the background now and then.
@main
struct MarrowApp: App {
    @UIApplicationDelegateAdaptor private var delegate: AppDelegate

    var body: some Scene {
        WindowGroup {
            RootView(parts: delegate.parts)
        }
        .backgroundTask(.appRefresh(Background.refresh)) {
            Background.askForRefresh()
            await delegate.parts.reminders.reconcile()
        }
    }
}
