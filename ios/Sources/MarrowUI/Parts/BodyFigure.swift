import MarrowKit
import SwiftUI

/// The small figure that repeats the side: what it shows stands in words beside it, so it has none of its own.
struct BodyFigure: View {
    let chosen: Bone?
    var tried: Set<Bone> = []

    var body: some View {
        Canvas { context, size in
            let fit = min(size.width / Outlines.width, size.height / Outlines.height)
            var figure = context
            figure.translateBy(x: size.width / 2, y: (size.height - Outlines.height * fit) / 2)
            figure.scaleBy(x: fit, y: fit)
            figure.drawBody(chosen: chosen, tried: tried)
        }
        .accessibilityHidden(true)
    }
}

extension GraphicsContext {
    /// Draws the figure around x = 0, in its own units.
    func drawBody(chosen: Bone?, tried: Set<Bone>) {
        for part in [Outlines.head, Outlines.body] { filled(part, .figureBody, .figureEdge, 1.2) }
        for side in [Side.right, .left] {
            var faint = onSide(side)
            faint.opacity = 0.55
            faint.stroke(Outlines.faint, with: Hue.figureEdge.shading(self), lineWidth: 1)
            for shaft in Outlines.shafts { onSide(side).filled(shaft, .figureBone, .figureBoneEdge, 0.9) }
        }
        filled(Outlines.breastbone, .figureBone, .figureBoneEdge, 0.9)
        for (site, path) in Outlines.bones {
            for side in site.sides {
                onSide(side).drawBone(
                    path, chosen: chosen == Bone(site: site, side: side),
                    tried: tried.contains(Bone(site: site, side: side)))
            }
        }
    }

    private func drawBone(_ path: Path, chosen: Bool, tried: Bool) {
        if chosen {
            filled(path, .figureBoneChosen, .figureBoneChosen, 2.5)
        } else if tried {
            filled(path, .figureBone, .figureBoneTried, 2)
            hatched(path)
        } else {
            filled(path, .figureBone, .figureBoneEdge, 1.5)
        }
    }

    /// Lines across a bone that was tried: another sign than colour.
    private func hatched(_ path: Path) {
        var inside = self
        inside.clip(to: path)
        let box = path.boundingRect
        let lines = Path { lines in
            for x in stride(from: box.minX - box.height, to: box.maxX, by: 5) {
                lines.move(to: CGPoint(x: x, y: box.maxY))
                lines.addLine(to: CGPoint(x: x + box.height, y: box.minY))
            }
        }
        inside.stroke(lines, with: Hue.figureBoneTried.shading(self), lineWidth: 2)
    }

    private func filled(_ path: Path, _ fill: Hue, _ edge: Hue, _ width: CGFloat) {
        self.fill(path, with: fill.shading(self))
        stroke(path, with: edge.shading(self), lineWidth: width)
    }

    private func onSide(_ side: Side) -> GraphicsContext {
        var mirrored = self
        if side == .left { mirrored.scaleBy(x: -1, y: 1) }
        return mirrored
    }
}

extension Site {
    /// The sides that it has: the sternum has none.
    var sides: [Side] { self == .sternum ? [.midline] : [.right, .left] }
}
