import MarrowKit
import SwiftUI

/// A full page: what is wrong in one sentence, what still works, whom to ask; one action.
public struct TroubleContent: View {
    let trouble: Trouble
    let words: Words
    let ofLast: [String]
    let again: @MainActor () -> Void

    /// - Parameter ofLast: what became of what was pressed just before, where it can't be seen.
    public init(trouble: Trouble, words: Words, ofLast: [String] = [], again: @escaping @MainActor () -> Void) {
        (self.trouble, self.words, self.ofLast, self.again) = (trouble, words, ofLast, again)
    }

    public var body: some View {
        NavigationStack {
            Page {
                VStack(alignment: .leading, spacing: 12) {
                    Lines(texts: ofLast, font: Letters.status)
                    Text(trouble.what(words)).font(Letters.finding).accessibilityAddTraits(.isHeader)
                    Text(trouble.works(words)).font(Letters.body)
                    Text(trouble.ask(words)).font(Letters.body)
                }
                .padding(Measure.edge)
            } bar: {
                MainButton(text: words.troubleAgain, action: again)
            }
            .navigationTitle(words.troubleTitle)
            .navigationBarTitleDisplayMode(.large)
        }
        .inked()
    }
}
