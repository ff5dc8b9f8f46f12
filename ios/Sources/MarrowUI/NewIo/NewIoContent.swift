import MarrowKit
import SwiftUI

/// A needle in seconds: where, with what, when, who, in the order of speech. What is missing does not stop saving; the
/// case says it afterwards.
struct NewIoContent: View {
    let state: NewIoState
    let send: @MainActor (NewIoEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        Page(refusal: state.refusal) {
            if state.reasonAsked {
                LineInput(
                    label: words.newIoReason, text: state.draft.overrideReason, long: true, done: words.commonHideKeys
                ) { send(.reason($0)) }
                .padding(12)
            }
            if letters.isAccessibilitySize { OutlinedAction(text: alias) { send(.open(.alias)) }.padding(12) }
            Bones(state: state) { send(.bone($0)) }
            questions
        } bar: {
            MainButton(text: words.newIoSave, writes: state.writes) { send(.save) }
        }
        .navigationTitle(words.newIoTitle)
        .smallTitle()
        .toolbar {
            ToolbarItem(placement: .cancellationAction) {
                CloseAction(
                    save: words.newIoSave, words: words, asks: state.leaving, close: { send(.close) },
                    leave: { send(.leave($0)) })
            }
            if !letters.isAccessibilitySize {
                ToolbarItem(placement: .primaryAction) {
                    Button {
                        send(.open(.alias))
                    } label: {
                        Label(alias, systemImage: "pencil").labelStyle(.titleAndIcon)
                    }
                }
            }
        }
        .sheet(isPresented: bound(state.open != nil) { if !$0 { send(.open(nil)) } }) { sheet }
    }

    private var questions: some View {
        VStack(alignment: .leading, spacing: 12) {
            Devices(state: state, send: send)
            NewIoTimes(state: state, send: send)
            Asked(
                question: words.newIoTimeIs,
                options: state.precisions.map { Option(value: $0.precision, text: $0.text) },
                chosen: state.draft.precision
            ) { send(.precision($0)) }
            Asked(
                question: words.newIoAge, options: state.ages.map { Option(value: $0.age, text: $0.text) },
                chosen: state.draft.age, least: Measure.action
            ) { send(.age($0)) }
            Asked(
                question: words.newIoAwake, options: state.awakes.map { Option(value: $0.awake, text: $0.text) },
                chosen: state.draft.awake, least: Measure.action
            ) { send(.awake($0)) }
        }
        .padding(.horizontal, 12).padding(.top, 12)
    }

    @ViewBuilder private var sheet: some View {
        switch state.open {
        case .devices: DevicesSheet(state: state, send: send)
        case .time:
            MomentSheet(
                title: words.newIoTime, times: state.times, chosen: state.draft.performedAtMs,
                choose: { send(.at($0)) }, close: { send(.open(nil)) })
        case .alias: AliasSheet(state: state, send: send)
        case nil: EmptyView()
        }
    }

    private var alias: String { state.draft.alias.isEmpty ? words.newIoAlias : state.draft.alias }
    private var words: Words { state.times.words }
}
