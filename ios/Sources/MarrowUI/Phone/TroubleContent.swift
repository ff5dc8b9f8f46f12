import MarrowKit
import SwiftUI

/// A full page: what is wrong in one sentence, what still works, whom to ask; one action.
public struct TroubleContent: View {
    let trouble: Trouble
    let words: Words
    let again: @MainActor () -> Void

    public init(trouble: Trouble, words: Words, again: @escaping @MainActor () -> Void) {
        (self.trouble, self.words, self.again) = (trouble, words, again)
    }

    public var body: some View {
        NavigationStack {
            Page {
                VStack(alignment: .leading, spacing: 12) {
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
