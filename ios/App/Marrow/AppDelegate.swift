import Foundation
import MarrowPhone
import UIKit
import UserNotifications

/// Hears from iOS before any window is there: a notification may have started the app.
final class AppDelegate: NSObject, UIApplicationDelegate {
    let parts = Parts()
    private var ears: NotificationEars?

    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        let ears = NotificationEars(reminders: parts.reminders) { [parts] link in parts.session.go(to: link) }
        UNUserNotificationCenter.current().delegate = ears
        // The centre does not keep it.
        self.ears = ears
        parts.begin()
        return true
    }
}
