import SwiftUI

/// A main action that is held until it is full: a touch in passing does nothing. Whoever cannot hold has the same in two
/// taps beside it; a screen reader's own double tap is deliberate, and does it at once.
struct HoldButton: View {
    let text: String
    let onHeld: @MainActor () -> Void
    @State private var pressed = false
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        Text(text).font(Letters.main)
            .multilineTextAlignment(.center)
            .foregroundStyle(Hue.onAction)
            .padding(.horizontal, 12).padding(.vertical, 8)
            .frame(maxWidth: .infinity, minHeight: Measure.main)
            .background(alignment: .leading) { filling }
            .background(Hue.action)
            .clipShape(Corner.button)
            .contentShape(Corner.button)
            .onLongPressGesture(minimumDuration: Self.seconds, maximumDistance: 80) {
                onHeld()
            } onPressingChanged: { pressed in
                self.pressed = pressed
            }
            .accessibilityElement(children: .ignore)
            .said(text)
            .accessibilityAddTraits(.isButton)
            .accessibilityAction { onHeld() }
    }

    /// It fills while it is held. Where nothing is to move it is full at once, which says that it is held.
    private var filling: some View {
        GeometryReader { place in
            Rectangle().fill(Hue.onAction).opacity(0.25)
                .frame(width: pressed ? place.size.width : 0)
                .animation(still || !pressed ? nil : .linear(duration: Self.seconds), value: pressed)
        }
    }

    private static let seconds = 1.0
}
