import MarrowKit
import SwiftUI

/// A question: its name, what was found last below it, "not assessed" beside, the answers.
struct Question: View {
    let state: FormState
    let asked: AskedField
    let send: @MainActor (FormEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        if let field = state.field(asked.field) {
            VStack(alignment: .leading, spacing: 8) {
                head
                if left {
                    why
                } else if asked.other != nil, state.side != nil {
                    Sides(state: state, asked: asked, send: send)
                } else {
                    Control(state: state, field: field, question: asked.label, send: send)
                }
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 12)
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }

    private var head: some View {
        let place =
            letters.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 8)) : AnyLayout(HStackLayout(spacing: 8))
        return place {
            name.frame(maxWidth: .infinity, alignment: .leading)
            if state.mayBeLeft(asked) { NotAssessed(state: state, asked: asked, send: send) }
        }
    }

    private var left: Bool { state.notAssessed.contains(asked.field) }

    private var name: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(asked.label).font(Letters.main)
            if let last = asked.last, let at = asked.lastAtMs {
                let found = [last, asked.otherLast].compactMap(\.self).joined(separator: " / ")
                Text(verbatim: "\(state.times.hourOrDate(at)) · \(found)").font(Letters.label).foregroundStyle(
                    Hue.onSurfaceMuted)
            }
        }
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isHeader)
    }

    /// Why not; one reason stands for all that is left in a check.
    @ViewBuilder private var why: some View {
        if let field = state.field(FormState.whyNotField) {
            Control(state: state, field: field, question: "\(asked.label): \(field.label)", send: send)
        }
    }
}

/// Dashed, so that it is no answer among answers; filled once said.
private struct NotAssessed: View {
    let state: FormState
    let asked: AskedField
    let send: @MainActor (FormEvent) -> Void

    var body: some View {
        let said = state.notAssessed.contains(asked.field)
        let text = state.times.words.formNotAssessed
        Button {
            send(.notAssessed(field: asked.field))
        } label: {
            Text(text).font(Letters.heading)
                .foregroundStyle(said ? Hue.onPrimary : .onSurface)
                .padding(.horizontal, 12).padding(.vertical, 4)
                .frame(minHeight: Measure.target)
                .background(said ? Hue.primary : .surface, in: Corner.chip)
                .overlay {
                    if !said {
                        Corner.chip.strokeBorder(Hue.outline, style: StrokeStyle(lineWidth: 1.5, dash: [4, 3]))
                    }
                }
        }
        .buttonStyle(CardStyle(shape: Corner.chip))
        .said("\(asked.label): \(text)", called: text)
        .accessibilityAddTraits(said ? [.isToggle, .isSelected] : .isToggle)
    }
}

/// The needle's limb first, the other below it, each named by its side.
private struct Sides: View {
    let state: FormState
    let asked: AskedField
    let send: @MainActor (FormEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters
    @ScaledMetric(relativeTo: .subheadline) private var column: CGFloat = 76

    var body: some View {
        let words = state.times.words
        VStack(alignment: .leading, spacing: 8) {
            row(asked.field, state.side, words.formWithIo)
            row(asked.other, state.otherSide, words.formOtherLimb)
        }
    }

    @ViewBuilder private func row(_ name: String?, _ side: String?, _ which: String) -> some View {
        if let field = name.flatMap(state.field) {
            let label = (side ?? "").capitalisedFirst
            let beside = !letters.isAccessibilitySize && isOne(field.answer)
            let place =
                beside
                ? AnyLayout(HStackLayout(alignment: .top, spacing: 8))
                : AnyLayout(VStackLayout(alignment: .leading, spacing: 4))
            place {
                VStack(alignment: .leading, spacing: 0) {
                    Text(label).font(Letters.status)
                    Text(which).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
                }
                .frame(width: beside ? column : nil, alignment: .leading)
                .accessibilityElement(children: .combine)
                Control(state: state, field: field, question: "\(asked.label), \(label)", send: send)
            }
        }
    }

    private func isOne(_ answer: Answer) -> Bool {
        if case .one = answer { true } else { false }
    }
}
