import Foundation
import MarrowKit
import SwiftUI

/// The control that a field is answered with: chips of what is at hand, and what is typed where that is not all.
struct Control: View {
    let state: FormState
    let field: FieldText
    /// Read aloud before each answer.
    let question: String
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: Measure.gap) {
            chips
            switch field.answer {
            case .number(let unit, _, _):
                NumberInput(state: state, field: field, unit: unit, question: question, send: send)
            case .text: typed(words, long: true) { $0.isEmpty ? nil : .words($0) }
            case .texts: ListInput(state: state, field: field, question: question, send: send)
            case .day: DayInput(state: state, field: field, send: send)
            case .yesNo, .one, .several, .pain, .device, .fields, .given: EmptyView()
            }
        }
    }

    @ViewBuilder private var chips: some View {
        let choices = state.choices(field)
        if isPain {
            // 0 to 10 in two rows of six; below them, that it cannot be told.
            answers(choices.dropLast(), columns: 6)
            answers(choices.suffix(1), columns: 1)
        } else if !choices.isEmpty {
            answers(choices[...], columns: nil)
        }
    }

    private func answers(_ choices: ArraySlice<Choice>, columns: Int?) -> some View {
        Choices(
            options: choices.map { Option(value: $0, text: $0.text) },
            chosen: Set(choices.filter { state.isChosen($0, field.field) }), question: question, columns: columns
        ) { send(.press(field: field.field, $0)) }
    }

    private func typed(_ now: String, long: Bool, _ answer: @escaping @MainActor (String) -> Typed?) -> some View {
        LineInput(
            label: label, text: now, said: question, long: long, done: long ? state.times.words.commonHideKeys : nil
        ) { send(.type(field: field.field, answer($0))) }
    }

    /// What was typed, where it is none of what is at hand.
    private var words: String {
        let now = state.answers[field.field] as? String ?? ""
        return state.choices(field).contains { $0.text == now } ? "" : now
    }

    private var label: String {
        state.choices(field).isEmpty ? state.times.words.formByHand : state.times.words.formAnother
    }

    private var isPain: Bool {
        if case .pain = field.answer { true } else { false }
    }
}
