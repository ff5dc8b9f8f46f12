import SwiftUI

extension View {
    /// The title beside the way back, so that the page keeps its height.
    func smallTitle() -> some View { navigationBarTitleDisplayMode(.inline) }

    func keys(_ keys: Keys) -> some View {
        keyboardType(keys == .words ? .default : keys == .number ? .decimalPad : .numbersAndPunctuation)
    }

    /// The bar on top in the colour of what lies below it.
    func topBar(_ hue: Hue) -> some View { modifier(TopBar(hue: hue)) }

    /// What is pressed without an edge of its own, in the colour of what is pressed.
    func inked() -> some View { modifier(Inked()) }
}

/// Which keys are offered to type with.
enum Keys {
    case words, number, day
}

// The bars of the system take a colour, not a style: it is worked out here.

private struct TopBar: ViewModifier {
    let hue: Hue
    @Environment(\.self) private var environment

    func body(content: Content) -> some View {
        content
            .toolbarBackground(hue.resolve(in: environment), for: .navigationBar)
            .toolbarBackground(.visible, for: .navigationBar)
    }
}

private struct Inked: ViewModifier {
    @Environment(\.self) private var environment

    func body(content: Content) -> some View { content.tint(Hue.primary.resolve(in: environment)) }
}
