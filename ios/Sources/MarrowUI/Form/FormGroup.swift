import MarrowKit
import SwiftUI

/// A group of questions under its name, which opens and closes it. The first is always open.
struct FormGroup: View {
    let state: FormState
    let group: AskedGroup
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        if group == state.groups.first {
            questions
        } else {
            DisclosureGroup(isExpanded: bound(state.isOpen(group)) { _ in send(.turn(group: group.title)) }) {
                // The mark at its end keeps to the edge; the questions have an edge of their own.
                questions.padding(.trailing, -Measure.edge)
            } label: {
                label
            }
            .padding(.trailing, Measure.edge)
            .inked()
            Divider()
        }
    }

    private var questions: some View {
        ForEach(group.fields.filter { state.applies(group, $0.field) }, id: \.field) { field in
            Question(state: state, asked: field, send: send)
            Divider()
        }
    }

    private var label: some View {
        Ends {
            Text(group.title).font(Letters.main)
        } second: {
            if state.isCheck {
                Text(group.open ? state.times.words.formDue : state.times.words.formOptional).font(Letters.label)
                    .foregroundStyle(Hue.onSurfaceMuted)
            }
        }
        .foregroundStyle(Hue.onSurface)
        .padding(.horizontal, Measure.edge).padding(.vertical, 8)
        .frame(minHeight: Measure.action)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }
}
