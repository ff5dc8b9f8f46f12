import Foundation
import MarrowKit
import SwiftUI

/// A number that is typed or stepped to. Both a point and a comma are one.
struct NumberInput: View {
    let state: FormState
    let field: FieldText
    let unit: String?
    let question: String
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        let words = state.times.words
        HStack(alignment: .bottom, spacing: Measure.gap) {
            step(-1, "minus", words.formLess(question))
            LineInput(
                label: unit ?? field.label, text: written, said: question, keys: .number, done: words.commonHideKeys
            ) {
                typed in
                let number = Typing.number(typed)
                if number != nil || typed.isEmpty { say(number) }
            }
            step(1, "plus", words.formMore(question))
        }
    }

    private func step(_ sign: Int, _ mark: String, _ said: String) -> some View {
        Button {
            say(Typing.stepped(now, by: sign, field))
        } label: {
            Image(systemName: mark).frame(width: 24)
        }
        .buttonStyle(Pressed(weight: .outlined))
        .fixedSize(horizontal: true, vertical: false)
        .said(said)
    }

    private func say(_ number: Decimal?) { send(.type(field: field.field, number.map { .number($0) })) }

    private var now: Decimal? { state.answers[field.field] as? Decimal }
    private var written: String { now.map { Typing.written($0, unit: nil, state.times.words.lang) } ?? "" }
}

/// Several words: any of those at hand, and others with commas between them.
struct ListInput: View {
    let state: FormState
    let field: FieldText
    let question: String
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        let now = state.answers[field.field] as? [String] ?? []
        let atHand = now.filter(field.atHand.contains)
        LineInput(
            label: state.times.words.formAnother,
            text: now.filter { !field.atHand.contains($0) }.joined(separator: ", "),
            said: question
        ) { typed in
            let all = atHand + Typing.list(typed)
            send(.type(field: field.field, all.isEmpty ? nil : .list(all)))
        }
    }
}

/// A day, typed as year-month-day: no wheel, and none that is not in the calendar is taken.
struct DayInput: View {
    let state: FormState
    let field: FieldText
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        let now = (state.answers[field.field] as? Day).map(Typing.written) ?? ""
        LineInput(label: state.times.words.formDate, text: now, said: field.label, keys: .day) { typed in
            let day = Typing.day(typed)
            if day != nil || typed.isEmpty { send(.type(field: field.field, day.map { .day($0) })) }
        }
    }
}
