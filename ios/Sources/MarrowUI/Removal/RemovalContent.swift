import MarrowKit
import SwiftUI

/// Taking the needle out: five pages, one after the other, each of which the record has come to.
struct RemovalContent: View {
    let state: RemovalState
    let send: @MainActor (RemovalEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        let step = state.step
        Page(refusal: state.refusal) {
            VStack(alignment: .leading, spacing: 0) {
                Ident(header: state.view.header)
                RemovalBars(now: step)
            }
        } content: {
            // A countdown in large letters is seen before its name is read.
            let nameBelow = letters.isAccessibilitySize && state.view.header.pressingUntilMs != nil
            if !nameBelow { name(step) }
            content(step)
            if nameBelow { name(step) }
        } bar: {
            RemovalBar(state: state, step: step, send: send)
        }
        .navigationTitle(words.removalTitle)
        .smallTitle()
    }

    @ViewBuilder private func content(_ step: RemovalStep) -> some View {
        switch step {
        case .antiseptic: AntisepticStep(state: state, send: send)
        case .takeOut: TakeOutStep(state: state, send: send)
        case .compression: CompressionStep(state: state, send: send)
        case .bleeding: BleedingStep(state: state)
        case .observation: ObservationStep(state: state)
        }
    }

    private func name(_ step: RemovalStep) -> some View {
        Text(words.removalStep("\(step.rawValue)", step.name(words))).font(Letters.value)
            .padding(.horizontal, Measure.edge).padding(.vertical, 8)
            .accessibilityAddTraits(.isHeader)
    }

    private var words: Words { state.times.words }
}

/// Five bars: done, here, to come. The words below say which.
private struct RemovalBars: View {
    let now: RemovalStep

    var body: some View {
        HStack(spacing: 4) {
            ForEach(RemovalStep.allCases, id: \.self) { step in
                Capsule().fill(step == now ? Hue.onSurface : step < now ? .onSurfaceMuted : .surfaceSunk).frame(
                    height: 6)
            }
        }
        .padding(.horizontal, Measure.edge).padding(.bottom, 8)
        .accessibilityHidden(true)
    }
}
