import Foundation
@_exported import UIKit

// Where Apple's own is missing: the view that shows a document.

@MainActor
public final class WKWebpagePreferences: NSObject {
    public var allowsContentJavaScript = true
}

@MainActor
public final class WKWebsiteDataStore: NSObject {
    public class func nonPersistent() -> WKWebsiteDataStore { WKWebsiteDataStore() }
}

@MainActor
public final class WKWebViewConfiguration: NSObject {
    public var defaultWebpagePreferences: WKWebpagePreferences! = WKWebpagePreferences()
    public var websiteDataStore = WKWebsiteDataStore()
}

@MainActor
public final class WKNavigation: NSObject {}

@MainActor
public final class WKWebView: UIView {
    public init(frame: CGRect, configuration: WKWebViewConfiguration) { super.init() }

    @discardableResult
    public func loadHTMLString(_ string: String, baseURL: URL?) -> WKNavigation? { nil }
}
