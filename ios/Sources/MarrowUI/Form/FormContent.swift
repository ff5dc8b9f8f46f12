import MarrowKit
import SwiftUI

/// A form of any kind: who it is about on top, the questions, and the one action that writes them.
struct FormContent: View {
    let state: FormState
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        Page(refusal: state.refusal) {
            FormHead(state: state, send: send)
        } content: {
            if let why = state.whyLate { WhyLate(words: words, text: why) { send(.whyLate($0)) } }
            if let why = state.whyAmended {
                LineInput(label: words.formWhyAmended, text: why, long: true, done: words.commonHideKeys) {
                    send(.whyAmended($0))
                }
                .padding(.horizontal, Measure.edge).padding(.vertical, 12)
                Divider()
            }
            ForEach(state.groups, id: \.title) { FormGroup(state: state, group: $0, send: send) }
        } bar: {
            save
        }
        .navigationTitle(state.kind.title)
        .smallTitle()
        .toolbar {
            ToolbarItem(placement: .cancellationAction) {
                CloseAction(
                    save: saves, words: words, asks: state.leaving, close: { send(.back) },
                    leave: { send(.leave($0)) })
            }
            ToolbarItem(placement: .primaryAction) {
                Button(state.times.hourOrDate(at)) { send(.choosing(true)) }
                    .said(
                        "\(words.recordHappened), \(state.times.hourOrDate(at))", called: state.times.hourOrDate(at))
            }
        }
        .sheet(isPresented: bound(state.choosing) { send(.choosing($0)) }) {
            MomentSheet(
                title: words.formWhen, times: state.times, chosen: state.performedAtMs,
                choose: { send(.at($0)) }, close: { send(.choosing(false)) })
        }
    }

    @ViewBuilder private var save: some View {
        if let missing = state.missing, !missing.isEmpty {
            OutlinedAction(text: saves, least: Measure.main, below: lacks(missing)) { send(.save) }
        } else {
            let writes = "\(state.kind.title) · \(state.alias) · \(state.times.hourOrDate(at))"
            MainButton(text: saves, writes: writes) { send(.save) }
        }
    }

    private func lacks(_ missing: [String]) -> String {
        let labels = missing.compactMap { state.field($0)?.label.loweredFirst }
        guard labels.count > 2 else { return words.formMissing(labels.joined(separator: ", ")) }
        return words.formCount("\(state.counted.done)", "\(state.counted.of)")
    }

    private var saves: String { state.missing?.isEmpty == false ? words.formSaveUnfinished : words.formSave }
    private var at: Int64 { state.performedAtMs ?? state.times.nowMs }
    private var words: Words { state.times.words }
}

/// The reasons that there mostly are, in one tap; any other is typed.
private struct WhyLate: View {
    let words: Words
    let text: String
    let say: @MainActor (String) -> Void

    var body: some View {
        let reasons = [words.formLateBusy, words.formLateAway, words.formLateUnseen, words.formLateShift]
        VStack(alignment: .leading, spacing: 8) {
            Text(words.formWhyLate).font(Letters.main).accessibilityAddTraits(.isHeader)
            Choices(options: reasons.map { Option(value: $0, text: $0) }, chosen: [text], question: words.formWhyLate) {
                say($0 == text ? "" : $0)
            }
            LineInput(
                label: words.formAnother, text: reasons.contains(text) ? "" : text, said: words.formWhyLate, long: true,
                done: words.commonHideKeys, change: say)
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 12)
        Divider()
    }
}
