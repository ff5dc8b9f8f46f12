import Foundation
import MarrowKit
import Testing
import UIKit
import WebKit

@testable import MarrowPhone

/// The app's own window on a phone and on an iPad and what lies over it; where there is none; what iOS lets the app do.
@MainActor
@Suite(.serialized)
struct PhoneTests {
    @Test("A document lies in the window, below what is seen, until printing is over", arguments: [false, true])
    func inTheWindow(onIpad: Bool) throws {
        let shown = window()
        UIDevice.standInIdiom = onIpad ? .pad : .phone
        defer { reset() }
        let printing = Printing(Document(mediaType: "text/html", text: "<p>x</p>"), job: "paper")
        let page = try #require(shown.view.subviews.first as? WKWebView)
        #expect(shown.view.subviews.count == 1)
        printing.webView(page, didFinish: nil)
        // An iPad's question hangs on something, or iOS ends the app.
        #expect(UIPrintInteractionController.standInHook === (onIpad ? shown.view : nil))
        let over = try #require(UIPrintInteractionController.standInOver)
        #expect(!shown.view.subviews.isEmpty, "the question of where to print is open")
        over(.shared, true, nil)
        #expect(shown.view.subviews.isEmpty)
    }

    @Test("Where iOS does not print, nothing stays in the window", arguments: [false, true])
    func refused(onIpad: Bool) throws {
        let shown = window()
        UIDevice.standInIdiom = onIpad ? .pad : .phone
        UIPrintInteractionController.standInRefuses = true
        defer { reset() }
        let printing = Printing(Document(mediaType: "text/html", text: "<p>x</p>"), job: "paper")
        printing.webView(try #require(shown.view.subviews.first as? WKWebView), didFinish: nil)
        #expect(shown.view.subviews.isEmpty)
    }

    @Test("A policy is asked for in the window; without one, or turned away, none is chosen")
    func policy() async throws {
        #expect(await PolicyChoice().made() == nil, "nobody waits for an answer that cannot come")
        let shown = window()
        defer { reset() }
        let choice = PolicyChoice()
        let text = Task { await choice.made() }
        while shown.presentedViewController == nil { await Task.yield() }
        let picker = try #require(shown.presentedViewController as? UIDocumentPickerViewController)
        choice.documentPickerWasCancelled(picker)
        #expect(await text.value == nil)
    }

    @Test("Background refresh that nobody can switch on is told apart from one that is switched off")
    func refresh() async {
        let phone = SystemPhone(folder: Folder(URL(fileURLWithPath: "/")))
        defer { UIApplication.shared.standInRefresh = .available }
        for (status, told) in [
            (UIBackgroundRefreshStatus.available, BackgroundRefresh.on), (.denied, .off), (.restricted, .withheld),
        ] {
            UIApplication.shared.standInRefresh = status
            #expect(await phone.backgroundRefresh == told)
        }
    }

    private func window() -> UIViewController {
        let scene = UIWindowScene()
        let shown = UIViewController()
        shown.view = UIView()
        UIWindow(windowScene: scene).rootViewController = shown
        UIApplication.shared.standInScenes = [scene]
        return shown
    }

    private func reset() {
        UIApplication.shared.standInScenes = []
        UIDevice.standInIdiom = .phone
        UIPrintInteractionController.standInRefuses = false
    }
}
