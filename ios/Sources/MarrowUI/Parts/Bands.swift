import Accessibility
import MarrowKit
import SwiftUI

/// The refusal on top of the page that keeps what was typed. It is no finding on a patient, so it is not red.
struct RefusedBand: View {
    let refusal: Refusal

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(refusal.title).font(Letters.main)
            Text(refusal.advice).font(Letters.body)
        }
        .padding(12)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Hue.surfaceRaised, in: Corner.card)
        .overlay { Corner.card.strokeBorder(Hue.onSurface, lineWidth: 2) }
        .padding(.horizontal, Measure.cardEdge).padding(.vertical, 8)
        .accessibilityElement(children: .combine)
        .announced("\(refusal.title). \(refusal.advice)")
    }
}

/// What was just recorded, and the way to take it back, above the bar. Whoever hosts the page takes it away in time.
struct UndoBand: View {
    let text: String
    let undo: String
    let onUndo: @MainActor () -> Void

    var body: some View {
        HStack(spacing: 8) {
            Text(text).font(Letters.value).frame(maxWidth: .infinity, alignment: .leading)
            TextAction(text: undo, action: onUndo).said("\(undo), \(text)", called: undo)
        }
        .foregroundStyle(Hue.onPrimarySoft)
        .padding(.leading, 12).padding(.trailing, 4)
        .frame(minHeight: Measure.main)
        .background(Hue.primarySoft, in: Corner.chip)
        .announced(text)
    }
}

extension View {
    /// Said aloud when it comes, and again when it says something else: it may lie away from what is being read.
    func announced(_ text: String) -> some View {
        onAppear { AccessibilityNotification.Announcement(text).post() }
            .onChange(of: text) { _, text in AccessibilityNotification.Announcement(text).post() }
    }
}
