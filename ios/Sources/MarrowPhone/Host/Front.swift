import Foundation
import UIKit

/// What is on top of the app's own window.
@MainActor
enum Front {
    /// - Returns: whether there was a window to present it in.
    @discardableResult
    static func present(_ page: UIViewController) -> Bool {
        guard let top else { return false }
        if let popover = page.popoverPresentationController, let hook {
            popover.sourceView = hook.view
            popover.sourceRect = hook.rect
            // It points at nothing in particular.
            popover.permittedArrowDirections = []
        }
        top.present(page, animated: true)
        return true
    }

    /// On an iPad such pages hang on something: the middle of what is on top.
    static var hook: (view: UIView, rect: CGRect)? {
        guard let view = top?.view else { return nil }
        return (view, CGRect(x: view.bounds.midX, y: view.bounds.midY, width: 0, height: 0))
    }

    private static var top: UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        // The first window is the app's; the curtain is made later.
        var top = scenes.first { $0.activationState == .foregroundActive }?.windows.first?.rootViewController
        while let over = top?.presentedViewController { top = over }
        return top
    }
}
