import MarrowKit
import Testing
import UIKit
import WebKit

@testable import MarrowPhone

/// Where a document lies while it is printed.
@MainActor
struct PrintingTests {
    @Test("It lies in the window, below what is seen, until printing is over")
    func inTheWindow() throws {
        let scene = UIWindowScene()
        let window = UIWindow(windowScene: scene)
        let shown = UIViewController()
        shown.view = UIView()
        window.rootViewController = shown
        UIApplication.shared.standInScenes = [scene]
        defer { UIApplication.shared.standInScenes = [] }
        let printing = Printing(Document(mediaType: "text/html", text: "<p>x</p>"), job: "paper")
        let page = try #require(shown.view.subviews.first as? WKWebView)
        #expect(shown.view.subviews.count == 1)
        printing.webView(page, didFinish: nil)
        let over = try #require(UIPrintInteractionController.standInOver)
        #expect(!shown.view.subviews.isEmpty, "the question of where to print is open")
        over(.shared, true, nil)
        #expect(shown.view.subviews.isEmpty)
    }
}
