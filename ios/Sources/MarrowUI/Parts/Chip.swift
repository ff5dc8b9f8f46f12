import SwiftUI

/// How an answer looks: chosen, it is filled; none is coloured good or bad.
struct ChipStyle: ButtonStyle {
    let chosen: Bool
    var least = Measure.target
    var alignment = Alignment.center

    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .foregroundStyle(chosen ? Hue.onPrimary : Hue.onSurface)
            .padding(.horizontal, alignment == .center ? 4 : 10).padding(.vertical, 2)
            .frame(maxWidth: .infinity, minHeight: least, maxHeight: .infinity, alignment: alignment)
            .background(chosen ? Hue.primary : Hue.surfaceRaised, in: Corner.chip)
            .overlay { Corner.chip.strokeBorder(chosen ? Hue.primary : Hue.outline, lineWidth: 1.5) }
            .contentShape(Corner.chip)
            .opacity(configuration.isPressed ? 0.6 : 1)
            .hoverEffect()
    }
}

/// One of several answers.
struct Chip<Picture: View>: View {
    let text: String
    let chosen: Bool
    var below: String?
    var least = Measure.target
    var alignment = Alignment.center
    /// Read aloud in place of what stands there: a short word alone says too little.
    var said: String?
    let action: @MainActor () -> Void
    @ViewBuilder let picture: Picture

    var body: some View {
        Button(action: action) {
            VStack(alignment: alignment.horizontal, spacing: 2) {
                picture
                Text(text).font(chosen ? Letters.main : Letters.value)
                if let below {
                    Text(below).font(Letters.label).foregroundStyle(chosen ? Hue.onPrimary : .onSurfaceMuted)
                }
            }
            .multilineTextAlignment(alignment == .trailing ? .trailing : alignment == .leading ? .leading : .center)
        }
        .buttonStyle(ChipStyle(chosen: chosen, least: least, alignment: alignment))
        .said(said ?? text, called: text)
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

extension Chip where Picture == EmptyView {
    init(
        text: String, chosen: Bool, below: String? = nil, least: CGFloat = Measure.target,
        alignment: Alignment = .center, said: String? = nil, action: @escaping @MainActor () -> Void
    ) {
        self.init(
            text: text, chosen: chosen, below: below, least: least, alignment: alignment, said: said, action: action,
            picture: { EmptyView() })
    }
}

/// An answer, and what it is called.
struct Option<Value: Hashable>: Identifiable {
    let value: Value
    let text: String
    var id: Value { value }
}

/// Answers to one question as chips, as many beside each other as their words allow.
struct Choices<Value: Hashable>: View {
    let options: [Option<Value>]
    let chosen: Set<Value>
    let question: String
    var least = Measure.target
    /// In rows of so many, however many would fit; none: as they fit.
    var columns: Int?
    let choose: @MainActor (Value) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        ChipGrid(columns: letters.isAccessibilitySize ? 1 : columns) {
            ForEach(options) { option in
                Chip(
                    text: option.text, chosen: chosen.contains(option.value), least: least,
                    said: "\(question): \(option.text)"
                ) { choose(option.value) }
            }
        }
        .accessibilityElement(children: .contain)
        .said(question)
    }
}
