import Foundation
import MarrowKit
import UserNotifications

/// Hears from iOS what becomes of notifications while the app runs, and what a person does with one.
///
/// The forms with a completion handler, which is called on the main thread: iOS ends an app that answers a response from
/// another one.
public final class NotificationEars: NSObject, UNUserNotificationCenterDelegate, Sendable {
    private let reminders: Reminders
    private let open: @MainActor @Sendable (_ link: String) -> Void

    /// - Parameter open: a notification was tapped: leads to where it points.
    public init(reminders: Reminders, open: @escaping @MainActor @Sendable (_ link: String) -> Void) {
        self.reminders = reminders
        self.open = open
    }

    public func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
    ) {
        let answer = OnMain(completionHandler)
        let id = notification.request.identifier
        Task { @MainActor in
            answer.call(await reminders.comes(id) ? [.banner, .list, .sound] : [])
            await reminders.reconcile()
        }
    }

    public func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void
    ) {
        let answer = OnMain { (_: Void) in completionHandler() }
        let ring = Ring(response.notification.request)
        let deed = response.actionIdentifier
        Task { @MainActor in
            if let ring { await take(deed, ring) }
            answer.call(())
        }
    }

    @MainActor
    private func take(_ deed: String, _ ring: Ring) async {
        switch Act(rawValue: deed) {
        case .open: await opened(ring)
        case .some(let act): await reminders.act(act, on: ring)
        case .none where deed == UNNotificationDefaultActionIdentifier: await opened(ring)
        case .none: await reminders.seen(ring.id)
        }
    }

    @MainActor
    private func opened(_ ring: Ring) async {
        open(ring.link)
        await reminders.seen(ring.id)
        await reminders.reconcile()
    }
}

/// A completion handler of iOS's on its way to the main thread; it is called there once, and nowhere else.
private struct OnMain<Value>: @unchecked Sendable {
    private let body: (Value) -> Void

    init(_ body: @escaping (Value) -> Void) {
        self.body = body
    }

    @MainActor
    func call(_ value: Value) { body(value) }
}
