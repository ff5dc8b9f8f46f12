import Foundation
import UniformTypeIdentifiers

@MainActor
open class UIViewController: UIResponder {
    public var view: UIView!
    public private(set) var presentedViewController: UIViewController?
    public var popoverPresentationController: UIPopoverPresentationController? { nil }

    public func present(
        _ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil
    ) {
        presentedViewController = viewControllerToPresent
    }
}

@MainActor
open class UIPopoverPresentationController: NSObject {
    public var sourceView: UIView?
    public var sourceRect = CGRect.zero
    public var permittedArrowDirections: UIPopoverArrowDirection = .any
}

public struct UIPopoverArrowDirection: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let any = UIPopoverArrowDirection(rawValue: 15)
}

@MainActor
public final class UIActivityViewController: UIViewController {
    public init(activityItems: [Any], applicationActivities: [UIActivity]?) { super.init() }

    public var completionWithItemsHandler: ((UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void)?
}

@MainActor
open class UIActivity: NSObject {
    public struct ActivityType: Hashable, Sendable {}
}

@MainActor
open class UIPrintFormatter: NSObject {}

@MainActor
public final class UIViewPrintFormatter: UIPrintFormatter {}

@MainActor
public final class UIPrintInfo: NSObject {
    public var jobName = ""
    public class func printInfo() -> UIPrintInfo { UIPrintInfo() }
}

@MainActor
public final class UIPrintInteractionController: NSObject {
    public class var shared: UIPrintInteractionController { UIPrintInteractionController() }
    public var printInfo: UIPrintInfo?
    public var printFormatter: UIPrintFormatter?

    public typealias CompletionHandler = (UIPrintInteractionController, Bool, (any Error)?) -> Void

    /// For tests: what is told once printing is over, and what the question of where to print hangs on.
    public static var standInOver: CompletionHandler?
    public static var standInHook: UIView?
    /// For tests: iOS does not print.
    public static var standInRefuses = false

    @discardableResult
    public func present(animated: Bool, completionHandler completion: CompletionHandler? = nil) -> Bool {
        Self.standInHook = nil
        Self.standInOver = completion
        return !Self.standInRefuses
    }

    @discardableResult
    public func present(
        from rect: CGRect, in view: UIView, animated: Bool, completionHandler completion: CompletionHandler? = nil
    ) -> Bool {
        Self.standInHook = view
        Self.standInOver = completion
        return !Self.standInRefuses
    }
}

@MainActor
public final class UIDocumentPickerViewController: UIViewController {
    public weak var delegate: (any UIDocumentPickerDelegate)?
    public init(forOpeningContentTypes contentTypes: [UTType], asCopy: Bool) { super.init() }
}

@MainActor
public protocol UIDocumentPickerDelegate: NSObjectProtocol {
    func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL])
    func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController)
}
