import MarrowKit
import SwiftUI

/// A countdown to be read from where both hands are busy: what has passed is a thick arc, what is to come thin ticks; the
/// digits in the middle do not grow with the text, because they are larger than any.
struct Dial: View {
    let fromMs: Int64
    let untilMs: Int64
    let times: Times
    let side: CGFloat

    var body: some View {
        VStack(spacing: 8) {
            ZStack {
                Canvas { context, size in draw(context, size) }.accessibilityHidden(true)
                // In a small dial the digits need the place.
                if side >= 300 { minutes }
                Text(digits)
                    .font(.system(size: side * (digits.count > 4 ? 0.24 : 0.3), weight: .medium).monospacedDigit())
            }
            .frame(width: side, height: side)
            weighed(times.words.removalUntil(times.countdown(length), until), until)
                .font(Letters.body).foregroundStyle(Hue.onSurfaceMuted)
        }
        .frame(maxWidth: .infinity)
        .padding(.horizontal, Measure.edge)
        .accessibilityElement(children: .ignore)
        .said("\(digits), \(times.words.removalUntil(times.countdown(length), until))")
        .accessibilityAddTraits(.updatesFrequently)
    }

    private var length: Int64 { max(untilMs - fromMs, 1) }
    private var passed: Int64 { min(max(times.nowMs - fromMs, 0), length) }
    private var digits: String { times.countdown(length - passed) }
    private var until: String { times.hour(untilMs) }

    /// The minutes that have passed, along the ticks; whole at the top.
    private var minutes: some View {
        let count = Int(length / Times.minute)
        return ForEach(Array(1...max(count, 1)), id: \.self) { n in
            let angle = 2 * CGFloat.pi * CGFloat(n) / CGFloat(max(count, 1))
            let radius = side / 2 - 56
            Text(verbatim: "\(n)").font(.system(size: 16)).foregroundStyle(Hue.onSurfaceMuted)
                .offset(x: radius * sin(angle), y: -radius * cos(angle))
        }
    }

    private func draw(_ context: GraphicsContext, _ size: CGSize) {
        let past = Hue.rulerPast.shading(context)
        let left = Hue.rulerLeft.shading(context)
        let radius = min(size.width, size.height) / 2 - 12
        let middle = CGPoint(x: size.width / 2, y: size.height / 2)
        let ticks = min(max(Int(length / Self.tick), 1), 240)
        let turned = 360 * Double(passed) / Double(length)
        for n in 0..<ticks {
            let angle = 360 * Double(n) / Double(ticks)
            let minute = n % Int(Times.minute / Self.tick) == 0
            spoke(
                context, middle, angle, from: radius, to: radius - (minute ? 26 : 14), angle <= turned ? past : left,
                minute ? 4 : 2)
        }
        let arc = Path {
            $0.addArc(
                center: middle, radius: radius - 5, startAngle: .degrees(-90), endAngle: .degrees(turned - 90),
                clockwise: false)
        }
        context.stroke(arc, with: past, lineWidth: 10)
        spoke(context, middle, turned, from: radius + 4, to: radius - 30, past, 3)
    }

    private func spoke(
        _ context: GraphicsContext, _ middle: CGPoint, _ degrees: Double, from: CGFloat, to: CGFloat,
        _ ink: GraphicsContext.Shading, _ width: CGFloat
    ) {
        // Of the kind of the radius: of two kinds of number, Apple's own sines are two.
        let angle = CGFloat(degrees * .pi / 180)
        func at(_ radius: CGFloat) -> CGPoint {
            CGPoint(x: middle.x + radius * sin(angle), y: middle.y - radius * cos(angle))
        }
        context.stroke(
            Path {
                $0.move(to: at(from)); $0.addLine(to: at(to))
            }, with: ink, lineWidth: width)
    }

    /// A tick for so many milliseconds.
    private static let tick: Int64 = 5_000
}
