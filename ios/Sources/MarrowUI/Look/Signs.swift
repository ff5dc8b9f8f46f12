import MarrowKit
import SwiftUI

/// The marks. Those of tasks are round, the last a diamond, and those of flags have corners, so that the two are told
/// apart without colour. All but one are the system's.
enum Sign {
    /// None: a task that is still to come has no mark. Long overdue has one of its own.
    static func of(_ status: Status) -> String? {
        switch status {
        case .upcoming, .longOverdue: nil
        case .due: "clock"
        case .late: "circle.righthalf.filled"
        case .overdue: "clock.fill"
        }
    }

    static func of(_ severity: Severity) -> String {
        switch severity {
        case .red: "exclamationmark.octagon.fill"
        case .amber: "exclamationmark.triangle.fill"
        case .note: "info.square"
        }
    }
}

/// A mark beside words, which say the same: it is not read aloud.
struct Mark: View {
    let name: String
    var hue = Hue.onSurface

    var body: some View {
        Image(systemName: name).foregroundStyle(hue).accessibilityHidden(true)
    }
}

/// The mark of what is long overdue: a clock cut out of a diamond.
struct LongOverdueMark: View {
    @ScaledMetric(relativeTo: .subheadline) private var side: CGFloat = 18

    var body: some View {
        Diamond().fill(Hue.longInk).frame(width: side, height: side)
            .overlay { Hands().stroke(Hue.longFill, style: StrokeStyle(lineWidth: side / 8, lineCap: .round)) }
            .accessibilityHidden(true)
    }
}

private struct Diamond: Shape {
    nonisolated func path(in rect: CGRect) -> Path {
        Path { path in
            path.move(to: CGPoint(x: rect.midX, y: rect.minY))
            path.addLine(to: CGPoint(x: rect.maxX, y: rect.midY))
            path.addLine(to: CGPoint(x: rect.midX, y: rect.maxY))
            path.addLine(to: CGPoint(x: rect.minX, y: rect.midY))
            path.closeSubpath()
        }
    }
}

private struct Hands: Shape {
    nonisolated func path(in rect: CGRect) -> Path {
        Path { path in
            path.move(to: CGPoint(x: rect.midX, y: rect.minY + rect.height * 0.24))
            path.addLine(to: CGPoint(x: rect.midX, y: rect.midY))
            path.addLine(to: CGPoint(x: rect.midX + rect.width * 0.17, y: rect.midY + rect.height * 0.13))
        }
    }
}
