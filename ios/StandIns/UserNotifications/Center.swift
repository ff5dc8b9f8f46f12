import Foundation

open class UNUserNotificationCenter: NSObject, @unchecked Sendable {
    /// For tests: each has a centre of its own.
    @TaskLocal public static var standIn = UNUserNotificationCenter()

    private let lock = NSLock()
    private var held: [UNNotificationRequest] = []
    private var shown: [UNNotification] = []
    private var offered: Set<UNNotificationCategory> = []
    private var allows = UNNotificationSettings()
    private var answer = true

    public weak var delegate: (any UNUserNotificationCenterDelegate)?

    public class func current() -> UNUserNotificationCenter { standIn }

    public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool {
        lock.withLock {
            guard allows.authorizationStatus == .notDetermined else { return allows.authorizationStatus == .authorized }
            allows.authorizationStatus = answer ? .authorized : .denied
            return answer
        }
    }

    public func setNotificationCategories(_ categories: Set<UNNotificationCategory>) {
        lock.withLock { offered = categories }
    }

    public func notificationSettings() async -> UNNotificationSettings { lock.withLock { allows } }

    public func add(_ request: UNNotificationRequest) async throws {
        lock.withLock {
            held.removeAll { $0.identifier == request.identifier }
            held.append(request)
        }
    }

    public func pendingNotificationRequests() async -> [UNNotificationRequest] { lock.withLock { held } }

    public func removePendingNotificationRequests(withIdentifiers identifiers: [String]) {
        lock.withLock { held.removeAll { identifiers.contains($0.identifier) } }
    }

    public func deliveredNotifications() async -> [UNNotification] { lock.withLock { shown } }

    public func removeDeliveredNotifications(withIdentifiers identifiers: [String]) {
        lock.withLock { shown.removeAll { identifiers.contains($0.request.identifier) } }
    }

    // MARK: For tests

    public var standInCategories: Set<UNNotificationCategory> { lock.withLock { offered } }

    public func standIn(settings: UNNotificationSettings) { lock.withLock { allows = settings } }

    /// It rings.
    @discardableResult
    public func standInDeliver(_ identifier: String, at date: Date) -> UNNotification? {
        lock.withLock {
            guard let at = held.firstIndex(where: { $0.identifier == identifier }) else { return nil }
            let notification = UNNotification(date: date, request: held.remove(at: at))
            shown.removeAll { $0.request.identifier == identifier }
            shown.insert(notification, at: 0)
            return notification
        }
    }
}

public protocol UNUserNotificationCenterDelegate: NSObjectProtocol {
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping @Sendable (UNNotificationPresentationOptions) -> Void)
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping @Sendable () -> Void)
}

public struct UNNotificationPresentationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let sound = Self(rawValue: 1 << 1)
    public static let list = Self(rawValue: 1 << 3)
    public static let banner = Self(rawValue: 1 << 4)
}

public struct UNAuthorizationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let badge = Self(rawValue: 1 << 0)
    public static let sound = Self(rawValue: 1 << 1)
    public static let alert = Self(rawValue: 1 << 2)
}

public enum UNAuthorizationStatus: Int, Sendable {
    case notDetermined, denied, authorized, provisional, ephemeral
}

public enum UNNotificationSetting: Int, Sendable {
    case notSupported, disabled, enabled
}

open class UNNotificationSettings: NSObject {
    public var authorizationStatus = UNAuthorizationStatus.notDetermined
    public var soundSetting = UNNotificationSetting.enabled
    public var alertSetting = UNNotificationSetting.enabled
    public var lockScreenSetting = UNNotificationSetting.enabled
    public var notificationCenterSetting = UNNotificationSetting.enabled
    public var timeSensitiveSetting = UNNotificationSetting.enabled
    public var scheduledDeliverySetting = UNNotificationSetting.disabled
}

open class UNNotificationAction: NSObject {
    public let identifier: String
    public let title: String
    public let options: UNNotificationActionOptions

    public init(identifier: String, title: String, options: UNNotificationActionOptions = []) {
        self.identifier = identifier
        self.title = title
        self.options = options
    }
}

public struct UNNotificationActionOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let authenticationRequired = Self(rawValue: 1 << 0)
    public static let destructive = Self(rawValue: 1 << 1)
    public static let foreground = Self(rawValue: 1 << 2)
}

open class UNNotificationCategory: NSObject {
    public let identifier: String
    public let actions: [UNNotificationAction]
    public let options: UNNotificationCategoryOptions

    public init(
        identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
        options: UNNotificationCategoryOptions = []
    ) {
        self.identifier = identifier
        self.actions = actions
        self.options = options
    }
}

public struct UNNotificationCategoryOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let customDismissAction = Self(rawValue: 1 << 0)
}
