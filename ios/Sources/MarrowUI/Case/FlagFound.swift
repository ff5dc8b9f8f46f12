import MarrowKit
import SwiftUI

/// What was found and by whom: red for a red flag alone.
struct FlagFound: View {
    let state: RedFlagState
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        HStack(alignment: .top, spacing: 16) {
            if !letters.isAccessibilitySize {
                Image(systemName: Sign.of(state.flag.severity)).font(.largeTitle).foregroundStyle(sign)
                    .accessibilityHidden(true)
            }
            VStack(alignment: .leading, spacing: 4) {
                Text(state.view.header.whereWritten).font(Letters.body)
                Text(state.flag.severityText).font(Letters.value)
                Text(state.found).font(Letters.finding).accessibilityAddTraits(.isHeader)
                Text(state.flag.raisedBy(state.view, state.times)).font(Letters.body)
            }
        }
        .foregroundStyle(isRed ? Hue.redInk : .onSurface)
        .padding(.horizontal, Measure.edge).padding(.top, 8).padding(.bottom, 16)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(isRed ? Hue.redFill : .surfaceRaised)
    }

    private var isRed: Bool { state.flag.severity == .red }

    private var sign: Hue {
        switch state.flag.severity {
        case .red: .redSign
        case .amber: .amberMark
        case .note: .noteMark
        }
    }
}
