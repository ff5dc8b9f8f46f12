import MarrowKit
import SwiftUI

/// How long the needle has been in: the hours that have passed are drawn thick, those to come thin, the needle of the
/// ruler stands at now. It runs full past the limit. It says nothing that the words beside it do not say.
struct DwellRuler: View {
    let fromMs: Int64
    let limitMs: Int64
    let times: Times

    var body: some View {
        VStack(spacing: 2) {
            Canvas { context, size in draw(context, size) }
                .frame(height: 38)
                .accessibilityHidden(true)
            Ends {
                Text(times.words.rulerIn(times.dateAndHour(fromMs)))
            } second: {
                Text(times.words.rulerLimit(times.dateAndHour(limitMs)))
            }
            .font(Letters.label)
            .foregroundStyle(Hue.onSurfaceMuted)
        }
    }

    private func draw(_ context: GraphicsContext, _ size: CGSize) {
        let past = Hue.rulerPast.shading(context)
        let left = Hue.rulerLeft.shading(context)
        let length = max(limitMs - fromMs, 1)
        let now = min(max(Double(times.nowMs - fromMs) / Double(length), 0), 1) * size.width
        let base = 34.0
        func line(_ from: CGPoint, _ to: CGPoint, _ ink: GraphicsContext.Shading, _ width: CGFloat) {
            context.stroke(
                Path {
                    $0.move(to: from); $0.addLine(to: to)
                }, with: ink, lineWidth: width)
        }
        for hour in marks(length) {
            let x = size.width * Double(hour * Times.hour) / Double(length)
            let high: CGFloat = hour % 12 == 0 ? 20 : hour % 6 == 0 ? 13 : 7
            line(CGPoint(x: x, y: base), CGPoint(x: x, y: base - high), x <= now ? past : left, x <= now ? 2 : 1.5)
        }
        line(CGPoint(x: now, y: base), CGPoint(x: size.width, y: base), left, 1.5)
        line(CGPoint(x: size.width, y: base), CGPoint(x: size.width, y: base - 20), left, 3)
        line(CGPoint(x: 0, y: base), CGPoint(x: now, y: base), past, 5)
        line(CGPoint(x: 0, y: base), CGPoint(x: 0, y: base - 20), past, 3)
        line(CGPoint(x: now, y: base + 4), CGPoint(x: now, y: 4), past, 2)
        context.fill(head(at: now), with: past)
    }

    /// The hours that have a line. The scale of days would be a comb if each hour had one.
    private func marks(_ length: Int64) -> [Int64] {
        (0...length / Times.hour).filter { length <= 30 * Times.hour || $0 % 6 == 0 }
    }

    private func head(at x: CGFloat) -> Path {
        Path { path in
            path.move(to: CGPoint(x: x - 7, y: 0))
            path.addLine(to: CGPoint(x: x + 7, y: 0))
            path.addLine(to: CGPoint(x: x, y: 10))
            path.closeSubpath()
        }
    }
}

extension Hue {
    /// To draw with, in the light that the drawing is in.
    func shading(_ context: GraphicsContext) -> GraphicsContext.Shading {
        .color(resolve(in: context.environment))
    }
}
