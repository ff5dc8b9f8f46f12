import SwiftUI
import Testing

@testable import MarrowUI

/// Chips stand in equal columns, as many as their words allow, and none is cut.
struct ChipGridTests {
    @Test(
        "So many beside each other",
        arguments: [(2, 4, 2), (3, 3, 3), (4, 4, 4), (4, 3, 2), (3, 2, 2), (5, 5, 3), (7, 2, 2), (3, 1, 1), (3, 0, 1)])
    func columns(options: Int, fit: Int, wanted: Int) {
        #expect(ChipGrid.columns(of: options, fit: fit) == wanted)
    }

    @Test(
        "Each has the room of its word, in rows that do not touch",
        arguments: [[60.0, 80, 70], [200, 90, 80, 70], [40, 40]])
    func places(widths: [CGFloat]) {
        let (frames, size) = laidOut(widths, in: 360)
        for (n, frame) in frames.enumerated() {
            #expect(frame.width >= widths[n] && frame.maxX <= 360.01 && frame.height == 48)
            for other in frames.dropFirst(n + 1) { #expect(!frame.insetBy(dx: -3.9, dy: -3.9).intersects(other)) }
        }
        #expect(size.height == (frames.map(\.maxY).max() ?? 0) && size.width == 360)
    }

    @Test("One that is wider than the page has it for itself, and grows in height")
    func wide() {
        let (frames, size) = laidOut([500, 40], in: 300)
        #expect(frames.map(\.minX) == [0, 0] && frames[0].height == 96)
        #expect(size.height == 152)
    }

    @Test("So many columns as are asked for, but no more than fit")
    func asked() {
        #expect(laidOut([20, 20, 20, 20, 20, 20], in: 360, columns: 6).frames.allSatisfy { $0.minY == 0 })
        #expect(laidOut([170, 20], in: 300, columns: 6).frames.map(\.minX) == [0, 0])
    }

    private func laidOut(
        _ widths: [CGFloat], in width: CGFloat, columns: Int? = nil
    ) -> (frames: [CGRect], size: CGSize) {
        var frames = [CGRect](repeating: .zero, count: widths.count)
        let views = LayoutSubviews(
            widths.enumerated().map { n, word in
                LayoutSubview(
                    // A word that has not its room takes another line.
                    size: { CGSize(width: $0.width ?? word, height: $0.width.map { $0 < word ? 96 : 48 } ?? 48) },
                    placed: { at, proposal in
                        frames[n] = CGRect(
                            origin: at, size: CGSize(width: proposal.width ?? 0, height: proposal.height ?? 0))
                    })
            })
        let grid = ChipGrid(columns: columns)
        var cache: Void = ()
        let proposal = ProposedViewSize(width: width, height: nil)
        let size = grid.sizeThatFits(proposal: proposal, subviews: views, cache: &cache)
        grid.placeSubviews(in: CGRect(origin: .zero, size: size), proposal: proposal, subviews: views, cache: &cache)
        return (frames, size)
    }
}
