import MarrowKit
import SwiftUI

/// Each number in force, large; what it would be without the policy, and between what it may lie. Nothing is typed here.
struct PolicyContent: View {
    let state: PolicyState
    let send: @MainActor (PolicyEvent) -> Void
    @State private var removing = false

    var body: some View {
        Page(refusal: state.refusal) {
            over
            ForEach(policy.numbers, id: \.name) { number in
                Divider()
                PolicyLine(number: number, words: words)
            }
            if policy.document != nil {
                remove.padding(.horizontal, Measure.edge).padding(.vertical, 12)
            }
        } bar: {
            if policy.document != nil {
                ActionBar {
                    OutlinedAction(text: words.policyHandOut, least: Measure.main) { send(.handOut) }
                } main: {
                    bringIn
                }
            } else {
                bringIn
            }
        }
        .navigationTitle(words.policyTitle)
        .smallTitle()
    }

    /// Every number of every case changes with it: it is asked again, where it was pressed.
    private var remove: some View {
        OutlinedAction(text: words.policyRemove) { removing = true }
            .confirmationDialog(words.policyTitle, isPresented: $removing, titleVisibility: .hidden) {
                Button(words.policyRemove, role: .destructive) { send(.remove) }
            }
    }

    private var bringIn: some View { MainButton(text: words.policyBringIn) { send(.bringIn) } }

    private var over: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(words.policyProtocol(policy.protocol, "\(policy.protocolVersion)")).font(Letters.label)
                .foregroundStyle(Hue.onSurfaceMuted)
            Text(policy.id.map { words.policyOver($0, "\(policy.version ?? 0)") } ?? words.policyNone).font(
                Letters.value)
            Lines(texts: [policy.author, policy.effective, policy.reason].compactMap(\.self), font: Letters.label)
        }
        .padding(.horizontal, Measure.edge).padding(.top, 4).padding(.bottom, 12)
    }

    private var policy: PolicyView { state.policy }
    private var words: Words { state.times.words }
}

private struct PolicyLine: View {
    let number: PolicyNumber
    let words: Words

    var body: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(number.label).font(Letters.body)
            Ends {
                Text(value).font(Letters.alias)
            } second: {
                // The dot is written in words too: a mark alone is not read aloud.
                if number.changed { Text(words.policyChanged).font(Letters.status).foregroundStyle(Hue.primary) }
            }
            Text(words.policyBounds(standard, number.min, number.max)).font(Letters.label)
                .foregroundStyle(Hue.onSurfaceMuted)
            Text(number.source).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 9)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }

    private var value: String {
        number.value.isEmpty
            ? words.policyOff : [number.value, number.unit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var standard: String { number.defaultValue.isEmpty ? words.policyOff : number.defaultValue }
}
