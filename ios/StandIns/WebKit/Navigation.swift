import Foundation

// For printing: a page is printed once it is there.

@MainActor
public protocol WKNavigationDelegate: NSObjectProtocol {
    func webView(_ webView: WKWebView, didFinish navigation: WKNavigation!)
}

extension WKWebView {
    public var navigationDelegate: (any WKNavigationDelegate)? {
        get { nil }
        set { _ = newValue }
    }
}
