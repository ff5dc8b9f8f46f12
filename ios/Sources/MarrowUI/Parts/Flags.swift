import MarrowKit
import SwiftUI

/// A red strip across its row: what was found, and who knows. Pressed, it opens its page, where it has one.
struct RedStrip: View {
    let title: String
    let below: String
    var action: (@MainActor () -> Void)?

    var body: some View {
        if let action {
            Button(action: action) { strip }.buttonStyle(CardStyle(shape: Corner.plate))
        } else {
            strip.accessibilityElement(children: .combine)
        }
    }

    private var strip: some View {
        HStack(alignment: .firstTextBaseline, spacing: 10) {
            Image(systemName: Sign.of(.red)).accessibilityHidden(true)
            VStack(alignment: .leading, spacing: 2) {
                Text(title).font(Letters.status)
                Text(below).font(Letters.label)
            }
            .multilineTextAlignment(.leading)
        }
        .foregroundStyle(Hue.redStripInk)
        .padding(.horizontal, 10).padding(.vertical, 8)
        .frame(maxWidth: .infinity, minHeight: action == nil ? nil : Measure.target, alignment: .leading)
        .background(Hue.redStrip, in: Corner.plate)
    }
}

/// An open flag in its case: what was found, the policy's words, what raised it and what clears it. A red one opens its
/// own page.
struct FlagCard: View {
    let flag: FlagView
    let times: Times
    let raisedBy: String
    let open: @MainActor () -> Void

    var body: some View {
        if flag.severity == .red {
            RedStrip(title: "\(flag.severityText): \(flag.text)", below: flag.told(times), action: open)
                .padding(.horizontal, Measure.cardEdge)
        } else {
            Button(action: open) { card }
                .buttonStyle(CardStyle(shape: Corner.card))
                .said(said)
                .padding(.horizontal, Measure.cardEdge)
        }
    }

    private var card: some View {
        HStack(alignment: .firstTextBaseline, spacing: 10) {
            Mark(name: Sign.of(flag.severity), hue: flag.severity == .amber ? .amberMark : .noteMark)
            VStack(alignment: .leading, spacing: 2) {
                Text(flag.title).font(Letters.status)
                if !flag.text.isEmpty { Text(flag.text).font(Letters.heading) }
                Text(flag.action).font(Letters.label)
                Text(verbatim: "\(raisedBy) · \(flag.clearsWhen)").font(Letters.label).foregroundStyle(
                    Hue.onSurfaceMuted)
            }
            .multilineTextAlignment(.leading)
        }
        .foregroundStyle(Hue.onSurface)
        .padding(12)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Hue.surfaceRaised, in: Corner.card)
        .overlay { Corner.card.strokeBorder(flag.severity == .amber ? Hue.amberMark : .hairline, lineWidth: 1.5) }
    }

    private var said: String {
        [flag.severityText, flag.title, flag.text, flag.action, raisedBy, flag.clearsWhen]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// A card or a row that is pressed as a whole.
struct CardStyle<Outline: Shape>: ButtonStyle {
    let shape: Outline

    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .contentShape(shape)
            .opacity(configuration.isPressed ? 0.6 : 1)
            .hoverEffect()
    }
}
