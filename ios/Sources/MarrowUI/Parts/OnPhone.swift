import SwiftUI

/// What only a phone or a tablet has. On a Mac, where the package's tests are built, it is left away.
extension View {
    /// The title beside the way back, so that the page keeps its height.
    func smallTitle() -> some View {
        #if os(macOS)
            self
        #else
            navigationBarTitleDisplayMode(.inline)
        #endif
    }

    /// The title large, and small beside the way back once the page is scrolled.
    func largeTitle() -> some View {
        #if os(macOS)
            self
        #else
            navigationBarTitleDisplayMode(.large)
        #endif
    }

    func keys(_ keys: Keys) -> some View {
        #if os(macOS)
            self
        #else
            keyboardType(keys == .words ? .default : keys == .number ? .decimalPad : .numbersAndPunctuation)
        #endif
    }

    /// The bar on top in the colour of what lies below it; on a dark one its letters are light.
    func topBar(_ hue: Hue, dark: Bool = false) -> some View {
        #if os(macOS)
            self
        #else
            toolbarBackground(hue, for: .navigationBar)
                .toolbarBackground(.visible, for: .navigationBar)
                .toolbarColorScheme(dark ? .dark : nil, for: .navigationBar)
        #endif
    }
}

/// Which keys are offered to type with.
enum Keys {
    case words, number, day
}
