import SwiftUI

/// A question in a few words before its answers; above them where the letters are large.
struct Asked<Value: Hashable>: View {
    let question: String
    let options: [Option<Value>]
    let chosen: Value?
    var least = Measure.target
    let choose: @MainActor (Value) -> Void
    @Environment(\.dynamicTypeSize) private var letters
    @ScaledMetric(relativeTo: .subheadline) private var label: CGFloat = 72

    var body: some View {
        let place =
            letters.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 4)) : AnyLayout(HStackLayout(spacing: Measure.gap))
        place {
            Text(question).font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted)
                .frame(width: letters.isAccessibilitySize ? nil : label, alignment: .leading)
                .accessibilityHidden(true)
            Choices(
                options: options, chosen: Set([chosen].compactMap { $0 }), question: question, least: least,
                choose: choose)
        }
    }
}
