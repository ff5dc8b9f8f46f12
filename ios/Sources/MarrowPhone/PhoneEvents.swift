import Foundation
import UIKit

/// What iOS tells an app that runs, about its clock, its lock and its scene.
@MainActor
public final class PhoneEvents {
    private var listening: [any NSObjectProtocol] = []

    public init() {}

    /// After each of these a plan may be another: midnight and the clock, the zone, the language, what iOS lets the app do.
    public static let clockAndPhone: [Notification.Name] = [
        UIApplication.significantTimeChangeNotification, .NSSystemClockDidChange, .NSSystemTimeZoneDidChange,
        NSLocale.currentLocaleDidChangeNotification, UIApplication.backgroundRefreshStatusDidChangeNotification,
        .NSProcessInfoPowerStateDidChange,
    ]

    /// At once, on the main thread, where iOS waits for it.
    public func listen(to names: [Notification.Name], _ body: @escaping @MainActor @Sendable () -> Void) {
        for name in names {
            let token = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { _ in
                MainActor.assumeIsolated(body)
            }
            listening.append(token)
        }
    }
}
