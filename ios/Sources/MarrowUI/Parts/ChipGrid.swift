import SwiftUI

/// Lays chips in rows of equal columns: as many as their widest word allows, all of a row as high as its highest.
struct ChipGrid: Layout {
    /// So many beside each other; none: as many as fit.
    var columns: Int?

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize {
        let width = proposal.width ?? widest(subviews) * CGFloat(min(subviews.count, 3))
        let heights = rows(subviews, width: width).map(\.height)
        return CGSize(width: width, height: heights.reduce(0, +) + Measure.gap * CGFloat(max(heights.count - 1, 0)))
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {
        var y = bounds.minY
        for row in rows(subviews, width: bounds.width) {
            for (n, index) in row.chips.enumerated() {
                subviews[index].place(
                    at: CGPoint(x: bounds.minX + CGFloat(n) * (row.width + Measure.gap), y: y), anchor: .topLeading,
                    proposal: ProposedViewSize(width: row.width, height: row.height))
            }
            y += row.height + Measure.gap
        }
    }

    private struct Row {
        let chips: Range<Int>
        let width: CGFloat
        let height: CGFloat
    }

    private func rows(_ subviews: Subviews, width: CGFloat) -> [Row] {
        guard !subviews.isEmpty else { return [] }
        let fit = Int((width + Measure.gap) / (widest(subviews) + Measure.gap))
        let columns = min(columns ?? Self.columns(of: subviews.count, fit: fit), max(fit, 1))
        let each = (width - Measure.gap * CGFloat(columns - 1)) / CGFloat(columns)
        return stride(from: 0, to: subviews.count, by: columns).map { first in
            let chips = first..<min(first + columns, subviews.count)
            let heights = chips.map { subviews[$0].sizeThatFits(ProposedViewSize(width: each, height: nil)).height }
            return Row(chips: chips, width: each, height: heights.max() ?? 0)
        }
    }

    private func widest(_ subviews: Subviews) -> CGFloat {
        subviews.map { $0.sizeThatFits(.unspecified).width }.max() ?? 0
    }

    /// Up to four stand in one row where they fit, or in two equal ones; more in rows of three.
    static func columns(of options: Int, fit: Int) -> Int {
        if fit <= 1 { return 1 }
        if options <= fit && options <= 4 { return options }
        return options == 4 || fit == 2 ? 2 : 3
    }
}
