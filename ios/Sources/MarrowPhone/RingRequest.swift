import MarrowKit
import UserNotifications

/// A ring as iOS holds it, and back. What iOS does not show (times, the fingerprint, where a tap leads) goes with it.
extension Ring {
    var request: UNNotificationRequest {
        let content = UNMutableNotificationContent()
        content.title = title
        content.body = body
        content.threadIdentifier = thread
        content.categoryIdentifier = category.name
        content.sound = .default
        content.interruptionLevel = urgency == .timeSensitive ? .timeSensitive : .active
        content.userInfo = [Key.at: fireAtMs, Key.fingerprint: fingerprint, Key.link: link, Key.slot: slot]
        return UNNotificationRequest(identifier: id, content: content, trigger: timing.trigger)
    }

    /// None where it is not one of ours.
    init?(_ request: UNNotificationRequest) {
        let content = request.content
        guard let at = content.userInfo[Key.at] as? Int64, let link = content.userInfo[Key.link] as? String,
            let fingerprint = content.userInfo[Key.fingerprint] as? String,
            let slot = content.userInfo[Key.slot] as? String
        else { return nil }
        self.init(
            id: request.identifier, title: content.title, body: content.body, thread: content.threadIdentifier,
            slot: slot, category: MarrowKit.Category(name: content.categoryIdentifier) ?? .open,
            urgency: content.interruptionLevel == .timeSensitive ? .timeSensitive : .active, link: link, fireAtMs: at,
            fingerprint: fingerprint, timing: .after(seconds: 1))
    }

    private enum Key {
        static let at = "at"
        static let fingerprint = "fingerprint"
        static let link = "link"
        static let slot = "slot"
    }
}

extension Timing {
    fileprivate var trigger: UNNotificationTrigger {
        switch self {
        case .after(let seconds): UNTimeIntervalNotificationTrigger(timeInterval: seconds, repeats: false)
        case .at(let components): UNCalendarNotificationTrigger(dateMatching: components, repeats: false)
        }
    }
}
