import Foundation

// Where Apple's own is missing: the names and types of UIKit that Marrow uses.

@MainActor
open class UIResponder: NSObject {
    public override init() { super.init() }
}

@MainActor
open class UIApplication: UIResponder {
    public static let shared = UIApplication()

    public struct LaunchOptionsKey: Hashable, Sendable {}
    public struct OpenExternalURLOptionsKey: Hashable, Sendable {}

    public var backgroundRefreshStatus: UIBackgroundRefreshStatus { standInRefresh }
    /// For tests: whether iOS runs the app without a person.
    public var standInRefresh = UIBackgroundRefreshStatus.available
    public var isProtectedDataAvailable: Bool { true }
    public var connectedScenes: Set<UIScene> { standInScenes }
    /// For tests: the scenes that there are.
    public var standInScenes: Set<UIScene> = []

    public func open(
        _ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:],
        completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil
    ) {}

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

public enum UIUserInterfaceIdiom: Int, Sendable {
    case unspecified = -1
    case phone, pad
}

@MainActor
open class UIDevice: NSObject {
    public class var current: UIDevice { UIDevice() }
    public var userInterfaceIdiom: UIUserInterfaceIdiom { Self.standInIdiom }
    /// For tests: what is held.
    public static var standInIdiom = UIUserInterfaceIdiom.phone
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
        case unattached = -1
        case foregroundActive, foregroundInactive, background
    }

    public var activationState: ActivationState { .foregroundActive }

    public nonisolated static let didActivateNotification = Notification.Name("didActivate")
    public nonisolated static let willDeactivateNotification = Notification.Name("willDeactivate")
    public nonisolated static let didEnterBackgroundNotification = Notification.Name("didEnterBackground")
    public nonisolated static let willEnterForegroundNotification = Notification.Name("willEnterForeground")
}

@MainActor
open class UIWindowScene: UIScene {
    public fileprivate(set) var windows: [UIWindow] = []
}

@MainActor
open class UIView: UIResponder {
    public var bounds: CGRect { .zero }
    public var frame = CGRect.zero
    public var isUserInteractionEnabled = true
    public private(set) weak var superview: UIView?
    public private(set) var subviews: [UIView] = []
    public func insertSubview(_ view: UIView, at index: Int) {
        subviews.insert(view, at: index)
        view.superview = self
    }
    public func removeFromSuperview() {
        superview?.subviews.removeAll { $0 === self }
        superview = nil
    }
    public func viewPrintFormatter() -> UIViewPrintFormatter { UIViewPrintFormatter() }
}

extension UIResponder {
    // Of each object, through UIAccessibility.
    public var accessibilityElementsHidden: Bool {
        get { false }
        set { _ = newValue }
    }
    public var accessibilityViewIsModal: Bool {
        get { false }
        set { _ = newValue }
    }
}

@MainActor
open class UIWindow: UIView {
    public struct Level: RawRepresentable, Hashable, Sendable {
        public var rawValue: CGFloat
        public init(rawValue: CGFloat) { self.rawValue = rawValue }
        public static let alert = Level(rawValue: 2_000)
    }

    public init(windowScene: UIWindowScene) {
        super.init()
        windowScene.windows.append(self)
    }

    public var rootViewController: UIViewController?
    public var windowLevel = Level(rawValue: 0)
    public var isHidden = true
}

@MainActor
open class UIFeedbackGenerator: NSObject {}

@MainActor
public final class UINotificationFeedbackGenerator: UIFeedbackGenerator {
    public enum FeedbackType: Int, Sendable { case success, warning, error }
    public func notificationOccurred(_ notificationType: FeedbackType) {}
}

@MainActor
public final class UIImpactFeedbackGenerator: UIFeedbackGenerator {
    public enum FeedbackStyle: Int, Sendable { case light, medium, heavy, soft, rigid }
    public init(style: FeedbackStyle) {}
    public func impactOccurred() {}
}

// Foundation's, which Linux's lacks.
extension ProcessInfo {
    public var isLowPowerModeEnabled: Bool { false }
}

extension Notification.Name {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let NSProcessInfoPowerStateDidChange = Notification.Name("powerState")
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let NSSystemClockDidChange = Notification.Name("systemClock")
}
