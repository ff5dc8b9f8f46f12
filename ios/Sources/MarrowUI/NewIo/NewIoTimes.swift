import MarrowKit
import SwiftUI

/// When: now, a few minutes ago, or another time. The time that is written stands large, how long ago below it.
struct NewIoTimes: View {
    let state: NewIoState
    let send: @MainActor (NewIoEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        let times = state.times
        ChipGrid(columns: letters.isAccessibilitySize ? 1 : nil) {
            Chip(
                text: times.hour(times.nowMs), chosen: at == nil, below: times.words.timeNow, least: Measure.action,
                said: said(times.nowMs, times.words.timeNow)
            ) { send(.at(nil)) }
            ForEach(Moments.atHand, id: \.self) { minutes in
                let ms = times.nowMs - minutes * Times.minute
                let below = times.words.newIoMinus("\(minutes)")
                Chip(text: times.hour(ms), chosen: at == ms, below: below, least: Measure.action, said: said(ms, below))
                {
                    send(.at(ms))
                }
            }
            Chip(
                text: other.map(times.hourOrDate) ?? times.words.newIoOther, chosen: other != nil, least: Measure.action
            ) {
                send(.open(.time))
            }
        }
        .accessibilityElement(children: .contain)
        .said(times.words.newIoTime)
    }

    private var at: Int64? { state.draft.performedAtMs }

    /// A time that is none of those at hand.
    private var other: Int64? {
        let times = state.times
        return at.flatMap { at in Moments.atHand.contains { times.nowMs - $0 * Times.minute == at } ? nil : at }
    }

    private func said(_ ms: Int64, _ below: String) -> String { "\(state.times.hour(ms)), \(below)" }
}

/// What the patient goes by: typed, or one that is suggested.
struct AliasSheet: View {
    let state: NewIoState
    let send: @MainActor (NewIoEvent) -> Void

    var body: some View {
        let words = state.times.words
        SheetPage(title: words.newIoAlias, close: words.commonClose, onClose: { send(.open(nil)) }) {
            LineInput(label: words.newIoAliasType, text: state.draft.alias) { send(.alias($0)) }
                .padding(.horizontal, Measure.edge).padding(.bottom, 8)
            ForEach(state.aliases, id: \.self) { alias in
                GoRow(text: alias) {
                    send(.alias(alias))
                    send(.open(nil))
                }
            }
            MainButton(text: words.newIoTake, writes: state.draft.alias.isEmpty ? nil : state.draft.alias) {
                send(.open(nil))
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 8)
        }
    }
}
