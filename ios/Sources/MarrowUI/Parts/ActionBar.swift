import SwiftUI

/// The actions under the thumb: the second as wide as its words, the main one takes the rest. Where a word would have to
/// be broken they stand one below the other, the main action still last.
struct ActionBar<Second: View, Main: View>: View {
    @ViewBuilder let second: Second
    @ViewBuilder let main: Main

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: Measure.gap) {
                second.fixedSize(horizontal: true, vertical: false)
                main
            }
            VStack(spacing: Measure.gap) {
                second
                main
            }
        }
    }
}

/// Two answers that weigh the same share the width.
struct EqualBar<Actions: View>: View {
    @ViewBuilder let actions: Actions

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: Measure.gap) { actions }
            VStack(spacing: Measure.gap) { actions }
        }
    }
}
