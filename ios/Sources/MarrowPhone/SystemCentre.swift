import Foundation
import MarrowKit
import UserNotifications

/// iOS's own notification centre.
public struct SystemCentre: CentrePort {
    public init() {}

    public func offer(_ words: ActionWords) async {
        let categories = MarrowKit.Category.all.map { category in
            UNNotificationCategory(
                identifier: category.name, actions: category.acts.map { Self.action($0, words) }, intentIdentifiers: [],
                // Taking one away is told, so that it is not shown again as missed.
                options: .customDismissAction)
        }
        UNUserNotificationCenter.current().setNotificationCategories(Set(categories))
    }

    private static func action(_ act: Act, _ words: ActionWords) -> UNNotificationAction {
        var options: UNNotificationActionOptions = []
        if act.needsAuthentication { options.insert(.authenticationRequired) }
        if act.opensTheApp { options.insert(.foreground) }
        return UNNotificationAction(identifier: act.rawValue, title: words.title(act), options: options)
    }

    public func add(_ ring: Ring) async throws {
        try await UNUserNotificationCenter.current().add(ring.request)
    }

    public func removePending(_ ids: [String]) async {
        UNUserNotificationCenter.current().removePendingNotificationRequests(withIdentifiers: ids)
    }

    public func pending() async -> [HeldReminder] {
        let requests = await UNUserNotificationCenter.current().pendingNotificationRequests()
        return requests.compactMap(Ring.init).filter { !$0.fingerprint.isEmpty }.map {
            HeldReminder(id: $0.id, fingerprint: $0.fingerprint, fireAtMs: $0.fireAtMs)
        }
    }

    public func delivered() async -> [DeliveredRing] {
        let all = await UNUserNotificationCenter.current().deliveredNotifications()
        let rings = all.compactMap { shown in
            Ring(shown.request).map { DeliveredRing(id: $0.id, slot: $0.slot, atMs: shown.date.unixMs) }
        }
        return rings.sorted { $0.atMs > $1.atMs }
    }

    public func removeDelivered(_ ids: [String]) async {
        guard !ids.isEmpty else { return }
        UNUserNotificationCenter.current().removeDeliveredNotifications(withIdentifiers: ids)
    }

    public func settings() async -> CentreSettings {
        let settings = await UNUserNotificationCenter.current().notificationSettings()
        let places = [settings.lockScreenSetting, settings.notificationCenterSetting, settings.alertSetting]
        return CentreSettings(
            allowed: [.authorized, .provisional, .ephemeral].contains(settings.authorizationStatus),
            undecided: settings.authorizationStatus == .notDetermined, shown: places.contains(.enabled),
            sounds: settings.soundSetting == .enabled,
            // Provisional ones come without a sound, in the list alone.
            timeSensitive: settings.timeSensitiveSetting == .enabled,
            summary: settings.scheduledDeliverySetting == .enabled)
    }

    public func ask() async {
        // What the person answers stands in the settings, and what fails is asked again.
        _ = try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound])
    }
}
