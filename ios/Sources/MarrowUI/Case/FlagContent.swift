import MarrowKit
import SwiftUI

/// What was found, the policy's words, who to call, what clears it. Nothing here is ticked off, weighed or put away: it
/// goes when what raised it is gone.
struct FlagContent: View {
    let state: RedFlagState
    let send: @MainActor (RedFlagEvent) -> Void

    var body: some View {
        Page {
            FlagFound(state: state)
            Policy(sentences: state.sentences)
            WhoToCall(state: state)
            Text(state.flag.clearsWhen).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
                .padding(.horizontal, Measure.edge).padding(.vertical, 12)
        } bar: {
            if state.view.header.phase == .dwelling {
                ActionBar {
                    OutlinedAction(text: words.caseTakeOut, least: Measure.main) { send(.takeOut) }
                } main: {
                    tell
                }
            } else {
                tell
            }
        }
        .navigationTitle(state.view.header.alias)
        .smallTitle()
    }

    private var tell: some View { MainButton(text: words.flagTell) { send(.tell) } }

    private var words: Words { state.times.words }
}

/// The policy's sentences one below the other, as they stand: none is more than another.
private struct Policy: View {
    let sentences: [String]

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            if sentences.count == 1 {
                Text(sentences[0]).font(Letters.step)
            } else {
                Text(sentences.first ?? "").font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted)
                ForEach(Array(sentences.dropFirst().enumerated()), id: \.offset) { step in
                    HStack(alignment: .firstTextBaseline, spacing: 12) {
                        Text(verbatim: "\(step.offset + 1)").font(Letters.body).foregroundStyle(Hue.onSurfaceMuted)
                        Text(step.element).font(Letters.step)
                    }
                    .accessibilityElement(children: .combine)
                }
            }
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 12)
    }
}

private struct WhoToCall: View {
    let state: RedFlagState

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            if let clinician = state.view.patientForm.responsibleClinician {
                Text(clinician).font(Letters.alias)
                Text(state.times.words.flagResponsible).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            }
            Text(state.flag.told(state.times).capitalisedFirst).font(Letters.value)
        }
        .padding(12)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Hue.surfaceRaised, in: Corner.card)
        .padding(.horizontal, Measure.cardEdge)
        .accessibilityElement(children: .combine)
    }
}
