import MarrowKit
import SwiftUI

/// Whom the form is about, and how many of those that count are answered.
struct FormHead: View {
    let state: FormState
    let send: @MainActor (FormEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text([state.alias, state.place].compactMap(\.self).joined(separator: " · ")).font(Letters.value)
            if state.isCheck { count }
        }
        .padding(.horizontal, Measure.edge).padding(.bottom, 8)
        .frame(maxWidth: .infinity, alignment: .leading)
        .overlay(alignment: .bottom) { Divider() }
    }

    /// Drawn thick, what is to come thin.
    private var count: some View {
        HStack(spacing: 8) {
            Text(state.times.words.formNeeded).frame(maxWidth: .infinity, alignment: .leading)
            if !letters.isAccessibilitySize { bars }
            Text(state.times.words.formCount("\(state.counted.done)", "\(state.counted.of)"))
        }
        .font(Letters.heading)
        .foregroundStyle(Hue.onSurfaceMuted)
        .accessibilityElement(children: .combine)
    }

    private var bars: some View {
        HStack(spacing: 3) {
            ForEach(0..<state.counted.of, id: \.self) { n in
                let bar = RoundedRectangle(cornerRadius: 2)
                bar.strokeBorder(
                    n < state.counted.done ? Hue.onSurface : .outline, lineWidth: n < state.counted.done ? 3 : 1
                )
                .frame(width: 18, height: 6)
            }
        }
        .accessibilityHidden(true)
    }
}
