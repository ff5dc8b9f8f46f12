import MarrowKit
import SwiftUI

/// With what the skin is made clean, in one tap or typed.
struct AntisepticStep: View {
    let state: RemovalState
    let send: @MainActor (RemovalEvent) -> Void

    var body: some View {
        if let field = state.field(.removalAntiseptic, "agent") {
            let agent = state.answers.agent
            VStack(alignment: .leading, spacing: Measure.gap) {
                if !field.atHand.isEmpty {
                    Choices(
                        options: field.atHand.map { Option(value: $0, text: $0) }, chosen: [agent],
                        question: field.label
                    ) { send(.agent($0 == agent ? "" : $0)) }
                }
                LineInput(
                    label: field.atHand.isEmpty ? field.label : state.times.words.formAnother,
                    text: field.atHand.contains(agent) ? "" : agent, said: field.label
                ) { send(.agent($0)) }
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 8)
        }
    }
}

/// How it came out. Nothing is answered beforehand, and nothing has to be.
struct TakeOutStep: View {
    let state: RemovalState
    let send: @MainActor (RemovalEvent) -> Void

    var body: some View {
        let words = state.times.words
        let yesNo = [Option(value: true, text: words.commonYes), Option(value: false, text: words.commonNo)]
        VStack(alignment: .leading, spacing: 16) {
            question("resistance", yesNo, state.answers.resistance) { send(.resistance($0)) }
            question("tip_intact", yesNo, state.answers.tipWhole) { send(.tipWhole($0)) }
            question(
                "bleeding", state.bleedings.map { Option(value: $0.bleeding, text: $0.text) }, state.answers.bleeding
            ) { send(.bleeding($0)) }
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 4)
        if let card = state.card { GoRow(text: card.title, below: words.referenceTitle) { send(.reference(card)) } }
    }

    /// Pressing what is chosen takes it back.
    @ViewBuilder private func question<Value: Hashable>(
        _ field: String, _ options: [Option<Value>], _ chosen: Value?, _ say: @escaping @MainActor (Value?) -> Void
    ) -> some View {
        if let label = state.field(.remove, field)?.label {
            VStack(alignment: .leading, spacing: 8) {
                Text(label).font(Letters.main).accessibilityAddTraits(.isHeader)
                Choices(
                    options: options, chosen: Set([chosen].compactMap(\.self)), question: label, least: Measure.action
                ) { say($0 == chosen ? nil : $0) }
            }
        }
    }
}
