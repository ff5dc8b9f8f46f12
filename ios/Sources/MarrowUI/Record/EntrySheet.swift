import MarrowKit
import SwiftUI

/// One entry with its three times, and what can be done about it: amend, strike with a reason, take a strike back.
struct EntrySheet: View {
    let entry: EntryView
    let state: RecordState
    let send: @MainActor (RecordEvent) -> Void

    var body: some View {
        SheetPage(
            title: entry.title, close: words.commonClose, onClose: { send(.open(nil)) }, keeps: !state.reason.isEmpty
        ) {
            VStack(alignment: .leading, spacing: 6) {
                ForEach(Array(entry.shown.enumerated()), id: \.offset) { said($0.element.label, $0.element.text) }
                said(words.recordHappened, times.dateAndHour(entry.performedAtMs))
                said(words.recordRecorded, times.dateAndHour(entry.recordedAtMs))
                said(words.recordReceived, times.dateAndHour(entry.receivedAtMs))
                said(
                    words.recordBy, [entry.name, entry.role, entry.unit].filter { !$0.isEmpty }.joined(separator: ", "))
                Lines(texts: entry.marks(times), font: Letters.heading)
            }
            .padding(.horizontal, Measure.edge)
            VStack(spacing: Measure.gap) {
                if entry.struck.isEmpty {
                    standing
                } else {
                    OutlinedAction(text: words.recordReinstate) { send(.reinstate(entry.id)) }
                }
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 12)
        }
    }

    /// The entry holds: it can be amended where it has a form, or struck for a reason, by holding or in two taps.
    @ViewBuilder private var standing: some View {
        if entry.form != nil { OutlinedAction(text: words.recordAmend) { send(.amend(entry)) } }
        LineInput(label: words.recordReason, text: state.reason, long: true, done: words.commonHideKeys) {
            send(.reason($0))
        }
        EqualBar {
            OutlinedAction(text: words.removalTwoTaps, least: Measure.main) { send(.confirm(true)) }
            HoldButton(text: words.recordHoldStrike) { send(.strike(entry.id)) }
        }
        .confirmationDialog(
            words.recordReason, isPresented: bound(state.confirming) { send(.confirm($0)) }, titleVisibility: .hidden
        ) {
            Button(words.recordYesStrike, role: .destructive) { send(.strike(entry.id)) }
            Button(words.removalNotYet, role: .cancel) { send(.confirm(false)) }
        }
    }

    private func said(_ label: String, _ text: String) -> some View {
        VStack(alignment: .leading, spacing: 0) {
            Text(label).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            Text(text).font(Letters.value)
        }
        .accessibilityElement(children: .combine)
    }

    private var times: Times { state.times }
    private var words: Words { state.times.words }
}
