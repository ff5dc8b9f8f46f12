import MarrowKit
import SwiftUI

/// The one sign of how late a task is: its time, a mark with the word, and how long ago. Bare digits, an outline, a tint,
/// solid, inverse with a double edge: each state differs in lightness, shape, mark and word. It changes by one cross-fade.
struct StatusPlate: View {
    let task: TaskView
    let times: Times
    var first = false
    @Environment(\.dynamicTypeSize) private var letters
    @Environment(\.accessibilityReduceMotion) private var still
    @ScaledMetric(relativeTo: .title) private var width = Measure.plate

    var body: some View {
        content
            .foregroundStyle(task.status.ink)
            .plate(task.status)
            .animation(still ? nil : .easeOut(duration: 0.2), value: task.status)
    }

    @ViewBuilder private var content: some View {
        if letters.isAccessibilitySize {
            VStack(alignment: .leading, spacing: 4) { parts }
                .frame(maxWidth: .infinity, alignment: .leading)
                .padding(.horizontal, task.status == .upcoming ? 0 : 12).padding(
                    .vertical, task.status == .upcoming ? 0 : 8)
        } else {
            VStack(alignment: .leading, spacing: 0) { parts }
                .padding(EdgeInsets(top: 7, leading: 8, bottom: 8, trailing: 6))
                .frame(width: width, alignment: .leading)
        }
    }

    @ViewBuilder private var parts: some View {
        Text(time).font(timeFont)
        if task.status != .upcoming { word }
        Text(times.relative(task.dueAtMs))
            .font(task.status.isLater(than: .late) ? Letters.heading : Letters.label)
            .foregroundStyle(task.status == .upcoming ? .onSurfaceMuted : task.status.ink)
    }

    private var word: some View {
        HStack(spacing: 6) {
            if let sign = Sign.of(task.status) { Image(systemName: sign).accessibilityHidden(true) }
            if task.status == .longOverdue { LongOverdueMark() }
            Text(task.statusText)
        }
        .font(Letters.status)
    }

    private var time: String { times.hourOrDate(task.dueAtMs) }

    private var timeFont: Font {
        // A time of another day carries its date, which is longer than the plate's digits allow.
        if time.count > 5 { return Letters.alias }
        if first && task.status != .upcoming { return Letters.plateFirst }
        return task.status.isLater(than: .due) ? Letters.plate.bold() : Letters.plate
    }
}

extension Status {
    /// What a plate is written in; it grows heavier as it gets later, and never turns red.
    var ink: Hue {
        switch self {
        case .upcoming: .onSurface
        case .due: .dueInk
        case .late: .lateInk
        case .overdue: .overdueInk
        case .longOverdue: .longInk
        }
    }

    var fill: Hue? {
        switch self {
        case .upcoming: nil
        case .due: .dueFill
        case .late: .lateFill
        case .overdue: .overdueFill
        case .longOverdue: .longFill
        }
    }

    var edge: Hue? {
        switch self {
        case .upcoming: nil
        case .due: .dueEdge
        case .late: .lateEdge
        case .overdue: .overdueEdge
        case .longOverdue: .longEdge
        }
    }

    func isLater(than other: Status) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .upcoming: 0
        case .due: 1
        case .late: 2
        case .overdue: 3
        case .longOverdue: 4
        }
    }
}

extension View {
    fileprivate func plate(_ status: Status) -> some View {
        background {
            if let fill = status.fill { Corner.plate.fill(fill) }
        }
        .overlay {
            if let edge = status.edge { Corner.plate.strokeBorder(edge, lineWidth: 2) }
        }
        .overlay {
            // A second edge, away from the first: what is long overdue has two.
            if status == .longOverdue, let edge = status.edge {
                RoundedRectangle(cornerRadius: 12, style: .continuous).strokeBorder(edge, lineWidth: 2).padding(-4)
            }
        }
    }
}
