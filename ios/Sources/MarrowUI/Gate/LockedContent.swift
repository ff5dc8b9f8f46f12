import MarrowKit
import SwiftUI

/// The gate: nothing of a patient, the way in, and the one thing that does not wait for it.
public struct LockedContent: View {
    let words: Words
    let unlock: @MainActor () -> Void
    let newIo: @MainActor () -> Void

    public init(words: Words, unlock: @escaping @MainActor () -> Void, newIo: @escaping @MainActor () -> Void) {
        (self.words, self.unlock, self.newIo) = (words, unlock, newIo)
    }

    public var body: some View {
        NavigationStack {
            Page {
                VStack(alignment: .leading, spacing: 12) {
                    Text(words.lockTitle).font(Letters.finding).accessibilityAddTraits(.isHeader)
                    Text(words.lockMore).font(Letters.body)
                }
                .padding(Measure.edge)
            } bar: {
                OutlinedAction(text: words.boardNewIo, least: Measure.main, action: newIo)
                MainButton(text: words.lockUnlock, action: unlock)
            }
            .navigationTitle(words.troubleTitle)
            .navigationBarTitleDisplayMode(.large)
        }
        .inked()
    }
}
