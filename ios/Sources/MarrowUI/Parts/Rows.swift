import SwiftUI

/// A row that leads somewhere: what it is, and what it says now below it.
struct GoRow: View {
    let text: String
    var below: String?
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            HStack(spacing: 12) {
                VStack(alignment: .leading, spacing: 2) {
                    Text(text).font(Letters.body)
                    if let below { Text(below).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted) }
                }
                .multilineTextAlignment(.leading)
                Spacer(minLength: 0)
                Image(systemName: "chevron.forward").font(Letters.heading).foregroundStyle(Hue.onSurfaceMuted)
                    .accessibilityHidden(true)
            }
            .foregroundStyle(Hue.onSurface)
            .padding(.horizontal, Measure.edge).padding(.vertical, 9)
            .frame(maxWidth: .infinity, minHeight: Measure.action)
        }
        .buttonStyle(CardStyle(shape: Rectangle()))
    }
}

/// A line of what happened or will: the time in its column, what, and below it who, after it how soon. Struck: ruled
/// through.
struct EntryLine: View {
    let time: String
    let what: String
    var below: String?
    var after: String?
    var struck = false
    @Environment(\.dynamicTypeSize) private var letters
    @ScaledMetric(relativeTo: .subheadline) private var column: CGFloat = 48

    var body: some View {
        let place =
            letters.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 2))
            : AnyLayout(HStackLayout(alignment: .firstTextBaseline, spacing: 12))
        place {
            Text(time).font(Letters.heading).frame(minWidth: column, alignment: .leading)
            VStack(alignment: .leading, spacing: 2) {
                Text(what).font(Letters.label).strikethrough(struck)
                if let below, !below.isEmpty { Text(below).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted) }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            if let after { Text(after).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted) }
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 6)
        .accessibilityElement(children: .combine)
    }
}

/// Two words at the ends of a line, one below the other where they don't fit.
struct Ends<First: View, Second: View>: View {
    @ViewBuilder let first: First
    @ViewBuilder let second: Second

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(alignment: .firstTextBaseline, spacing: 0) {
                first
                Spacer(minLength: Measure.gap)
                second
            }
            VStack(alignment: .leading, spacing: 2) {
                first
                second
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }
}
