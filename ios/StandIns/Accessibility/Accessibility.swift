import Foundation

// Where Apple's own is missing: what Marrow says aloud.

public enum AccessibilityNotification {
    public struct Announcement {
        let text: String
        public init(_ announcement: String) { text = announcement }
        public func post() {}
    }
}
