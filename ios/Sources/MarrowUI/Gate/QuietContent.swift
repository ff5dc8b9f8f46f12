import MarrowKit
import SwiftUI

/// A page that says one thing and nothing of a patient: that the record is being opened, or that a new needle is on it.
public struct QuietContent: View {
    let text: String
    let title: String
    var close: (text: String, act: @MainActor () -> Void)?

    /// The record is being opened.
    public init(opening words: Words) {
        (text, title) = (words.boardOpening, words.troubleTitle)
    }

    /// A new needle was recorded over the lock.
    public init(recorded words: Words, close: @escaping @MainActor () -> Void) {
        (text, title) = (words.formRecorded(words.newIoTitle), words.newIoTitle)
        self.close = (words.commonClose, close)
    }

    public var body: some View {
        NavigationStack {
            page.navigationTitle(title).navigationBarTitleDisplayMode(.large)
        }
        .inked()
    }

    @ViewBuilder private var page: some View {
        if let close {
            Page {
                Text(text).font(Letters.finding).padding(Measure.edge)
            } bar: {
                MainButton(text: close.text, action: close.act)
            }
        } else {
            Page { Text(text).font(Letters.body).padding(Measure.edge) }
        }
    }
}

/// What lies over the screens while they must not be seen: the page's colour, and nothing else.
public struct CoverContent: View {
    public init() {}

    public var body: some View {
        Rectangle().fill(Hue.surface).ignoresSafeArea().accessibilityHidden(true)
    }
}
