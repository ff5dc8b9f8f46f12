import Foundation
import UIKit

/// What is on top of the app's own window.
@MainActor
enum Front {
    static func present(_ page: UIViewController) {
        guard let top else { return }
        // On an iPad such pages hang on something.
        if let hook = page.popoverPresentationController, let view = top.view {
            hook.sourceView = view
            hook.sourceRect = CGRect(x: view.bounds.midX, y: view.bounds.midY, width: 0, height: 0)
        }
        top.present(page, animated: true)
    }

    private static var top: UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        // The first window is the app's; the curtain is made later.
        var top = scenes.first { $0.activationState == .foregroundActive }?.windows.first?.rootViewController
        while let over = top?.presentedViewController { top = over }
        return top
    }
}
