import MarrowKit
import SwiftUI

/// What is known of devices and products, offline, each line with its source. No card gives a dose.
struct ReferenceContent: View {
    let state: ReferenceState
    let send: @MainActor (ReferenceEvent) -> Void

    var body: some View {
        Page {
            if let open = state.open {
                ForEach(open.topics, id: \.topic) { topic in
                    SectionHead(text: topic.topic)
                    ForEach(Array(topic.lines.enumerated()), id: \.offset) { line($0.element) }
                }
            } else {
                ForEach(state.cards, id: \.id) { card in
                    GoRow(text: card.title) { send(.open(card)) }
                    Divider().padding(.leading, Measure.edge)
                }
            }
        }
        .navigationTitle(state.open?.title ?? state.times.words.referenceTitle)
        .smallTitle()
    }

    private func line(_ line: ReferenceLine) -> some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(line.text).font(Letters.body)
            Text(line.source).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 6)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }
}
