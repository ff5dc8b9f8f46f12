import MarrowKit
import SwiftUI

/// A page: what stands on top and does not scroll, what scrolls, and the bar under the thumb. On a wide window the middle
/// is no wider than a form should be.
struct Page<Top: View, Content: View, Bar: View>: View {
    /// Why the core did not take what was pressed last: it comes to the head of the page, which is scrolled to.
    var refusal: Refusal?
    var widest = Measure.form
    /// What stands on top does not scroll away. In large letters, or on a low page, it does.
    @ViewBuilder let top: Top
    @ViewBuilder let content: Content
    @ViewBuilder let bar: Bar

    @Environment(\.dynamicTypeSize) private var letters
    @Environment(\.verticalSizeClass) private var height

    var body: some View {
        GeometryReader { place in
            let stays = place.size.height >= Self.low && !letters.isAccessibilitySize && height != .compact
            scrolling(withTop: !stays)
                .safeAreaInset(edge: .top, spacing: 0) {
                    if stays { top.frame(maxWidth: widest).frame(maxWidth: .infinity).background(Hue.surface) }
                }
                .safeAreaInset(edge: .bottom, spacing: 0) {
                    if below { barred.background(Hue.surface) }
                }
        }
        .background(Hue.surface)
        .foregroundStyle(Hue.onSurface)
        .privacySensitive()
    }

    private func scrolling(withTop: Bool) -> some View {
        ScrollViewReader { reader in
            ScrollView {
                VStack(alignment: .leading, spacing: 0) {
                    if let refusal { RefusedBand(refusal: refusal).id(Self.head) }
                    if withTop { top }
                    content
                    if !below { barred }
                }
                .frame(maxWidth: widest, alignment: .leading)
                .frame(maxWidth: .infinity)
                .padding(.bottom, 12)
            }
            .scrollDismissesKeyboard(.interactively)
            .onChange(of: refusal) { _, refusal in
                if refusal != nil { reader.scrollTo(Self.head, anchor: .top) }
            }
        }
    }

    /// Where two large actions would fill a low screen, they stand at the end of the page.
    private var below: Bool { Bar.self != EmptyView.self && !(letters.isAccessibilitySize && height == .compact) }

    @ViewBuilder private var barred: some View {
        if Bar.self != EmptyView.self {
            VStack(spacing: 0) {
                Divider()
                VStack(spacing: Measure.gap) { bar }.padding(.horizontal, Measure.edge).padding(.vertical, 12)
                    .frame(maxWidth: widest)
            }
        }
    }

    private static var head: String { "head" }
    /// Lower than this, what is due would have no room beside the top and the bar.
    private static var low: CGFloat { 640 }
}

extension Page where Top == EmptyView {
    init(
        refusal: Refusal? = nil, widest: CGFloat = Measure.form,
        @ViewBuilder content: () -> Content, @ViewBuilder bar: () -> Bar
    ) {
        self.init(refusal: refusal, widest: widest, top: { EmptyView() }, content: content, bar: bar)
    }
}

extension Page where Top == EmptyView, Bar == EmptyView {
    init(refusal: Refusal? = nil, @ViewBuilder content: () -> Content) {
        self.init(refusal: refusal, top: { EmptyView() }, content: content, bar: { EmptyView() })
    }
}
