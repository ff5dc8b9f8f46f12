import MarrowKit
import SwiftUI
import WebKit

/// A document as it will be on paper. It runs no script, keeps nothing and leads nowhere.
struct Paper: UIViewRepresentable {
    let document: Document

    func makeUIView(context: Context) -> WKWebView {
        let set = WKWebViewConfiguration()
        set.defaultWebpagePreferences.allowsContentJavaScript = false
        set.websiteDataStore = .nonPersistent()
        return WKWebView(frame: .zero, configuration: set)
    }

    func updateUIView(_ page: WKWebView, context: Context) {
        guard context.coordinator.shown != document else { return }
        context.coordinator.shown = document
        page.loadHTMLString(document.text, baseURL: nil)
    }

    func makeCoordinator() -> Shown { Shown() }

    /// What the page shows by now: it is loaded once, not each minute.
    final class Shown {
        var shown: Document?
    }
}
