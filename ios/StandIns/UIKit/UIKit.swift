import Foundation

// Where Apple's own is missing: the names and types of UIKit that Marrow uses.

@MainActor
open class UIResponder: NSObject {
    public override nonisolated init() { super.init() }
}

@MainActor
open class UIApplication: UIResponder {
    public static let shared = UIApplication()

    public struct LaunchOptionsKey: Hashable, Sendable {}
    public enum State: Int, Sendable { case active, inactive, background }

    public var backgroundRefreshStatus: UIBackgroundRefreshStatus { .available }
    public var isProtectedDataAvailable: Bool { true }
    public var connectedScenes: Set<UIScene> { [] }

    public struct OpenExternalURLOptionsKey: Hashable, Sendable {}

    @discardableResult
    public func open(_ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:]) async -> Bool { true }

    public nonisolated static let openSettingsURLString = "app-settings:"
    public nonisolated static let openNotificationSettingsURLString = "app-settings:notifications"

    public nonisolated static let significantTimeChangeNotification = Notification.Name("significantTimeChange")
    public nonisolated static let protectedDataDidBecomeAvailableNotification = Notification.Name("protectedAvailable")
    public nonisolated static let protectedDataWillBecomeUnavailableNotification = Notification.Name("protectedGone")
    public nonisolated static let backgroundRefreshStatusDidChangeNotification = Notification.Name("refreshStatus")
}

public enum UIBackgroundRefreshStatus: Int, Sendable {
    case restricted, denied, available
}

@MainActor
public protocol UIApplicationDelegate: NSObjectProtocol {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool
}

@MainActor
open class UIScene: UIResponder {
    public enum ActivationState: Int, Sendable {
        case unattached = -1, foregroundActive, foregroundInactive, background
    }
    public var activationState: ActivationState { .foregroundActive }
}

@MainActor
open class UIWindowScene: UIScene {
    public var keyWindow: UIWindow? { nil }
}

@MainActor
open class UIView: UIResponder {
    public func viewPrintFormatter() -> UIViewPrintFormatter { UIViewPrintFormatter() }
}

@MainActor
open class UIWindow: UIView {
    public var rootViewController: UIViewController?
}

// Foundation's, which Linux's lacks.
extension ProcessInfo {
    public var isLowPowerModeEnabled: Bool { false }
}

extension Notification.Name {
    public static let NSProcessInfoPowerStateDidChange = Notification.Name("powerState")
}
