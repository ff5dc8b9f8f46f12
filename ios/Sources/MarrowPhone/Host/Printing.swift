import Foundation
import MarrowKit
import UIKit
import WebKit

/// Hands a document to iOS's printing, from where it goes to paper or becomes a PDF. It carries all that it needs: nothing
/// is fetched, nothing runs.
@MainActor
final class Printing: NSObject, WKNavigationDelegate {
    private let page: WKWebView
    private let job: String

    /// - Parameter job: its name, also that of a PDF: the kind of paper, nothing of whom it is about.
    init(_ document: Document, job: String) {
        let set = WKWebViewConfiguration()
        set.defaultWebpagePreferences.allowsContentJavaScript = false
        set.websiteDataStore = .nonPersistent()
        let window = Front.hook?.view
        page = WKWebView(frame: window?.bounds ?? .zero, configuration: set)
        self.job = job
        super.init()
        page.navigationDelegate = self
        // A web view draws nothing outside a window: it lies below what is seen until printing is over.
        page.isUserInteractionEnabled = false
        page.accessibilityElementsHidden = true
        window?.insertSubview(page, at: 0)
        page.loadHTMLString(document.text, baseURL: nil)
    }

    /// It can be printed once it is drawn.
    func webView(_ webView: WKWebView, didFinish navigation: WKNavigation!) {
        let info = UIPrintInfo.printInfo()
        info.jobName = job
        let printing = UIPrintInteractionController.shared
        printing.printInfo = info
        printing.printFormatter = page.viewPrintFormatter()
        let over: UIPrintInteractionController.CompletionHandler = { [page] _, _, _ in page.removeFromSuperview() }
        let begun: Bool
        // An iPad prints from a popover, which hangs on something.
        if UIDevice.current.userInterfaceIdiom == .pad, let hook = Front.hook {
            begun = printing.present(from: hook.rect, in: hook.view, animated: true, completionHandler: over)
        } else {
            begun = printing.present(animated: true, completionHandler: over)
        }
        if !begun { page.removeFromSuperview() }
    }
}
