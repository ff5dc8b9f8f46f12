import MarrowKit
import SwiftUI

/// One case on the board: read as one, pressed as one. A red flag lies under it, with who was told. The first is raised.
struct CaseRow: View {
    let row: BoardRow
    let times: Times
    let first: Bool
    let isOpen: Bool
    let send: @MainActor (BoardEvent) -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 9) {
            Button {
                send(.open(row.header.case))
            } label: {
                label
            }
            .buttonStyle(CardStyle(shape: Rectangle()))
            .said(said, called: row.header.alias)
            .accessibilityAddTraits(isOpen ? .isSelected : [])
            if let red {
                RedStrip(title: "\(red.severityText): \(red.text)", below: red.told(times)) {
                    send(.openFlag(row.header.case))
                }
            }
        }
        .padding(.horizontal, first ? 8 : Measure.edge).padding(.vertical, first ? 12 : 9)
        .background { if first { Corner.card.fill(Hue.surfaceRaised) } }
        .padding(.horizontal, first ? Measure.cardEdge : 0)
        .marked(isOpen)
        .listRowInsets(EdgeInsets())
        .listRowBackground(Color.clear)
        .listRowSeparator(first ? .hidden : .automatic)
    }

    private var label: some View {
        CaseRowLabel(row: row, times: times, first: first).frame(maxWidth: .infinity, alignment: .leading)
    }

    private var red: FlagView? { row.flag.flatMap { $0.severity == .red ? $0 : nil } }

    /// The row as it is read aloud: task, alias, status, site, limit.
    private var said: String {
        let next = row.next
        let amber = row.flag.flatMap { $0.severity == .amber ? $0 : nil }
        return [
            next?.title, row.header.alias,
            next.map { "\($0.statusText), \(times.hourOrDate($0.dueAtMs)), \(times.relative($0.dueAtMs))" },
            row.header.whereWritten, row.header.limit(times)?.sentence,
            amber.map { "\($0.severityText), \($0.title)" },
        ].compactMap(\.self).joined(separator: ", ")
    }
}

private struct CaseRowLabel: View {
    let row: BoardRow
    let times: Times
    let first: Bool
    @Environment(\.dynamicTypeSize) private var letters
    @ScaledMetric(relativeTo: .title) private var plate = Measure.plate

    var body: some View {
        if letters.isAccessibilitySize {
            VStack(alignment: .leading, spacing: 4) {
                if let next = row.next { StatusPlate(task: next, times: times, first: first) }
                who
            }
        } else {
            HStack(alignment: .top, spacing: 12) {
                if let next = row.next {
                    StatusPlate(task: next, times: times, first: first)
                } else {
                    Spacer().frame(width: plate)
                }
                who.alignmentGuide(.listRowSeparatorLeading) { $0[.leading] }
            }
        }
    }

    private var who: some View {
        VStack(alignment: .leading, spacing: 2) {
            Ends {
                Text(row.header.alias).font(Letters.alias)
            } second: {
                if let limit = row.header.limit(times) {
                    weighed(limit).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
                }
            }
            Text(row.next?.title ?? row.header.phaseText).font(Letters.value)
            Text(row.header.whereWritten).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            if let flag = row.flag, flag.severity == .amber { amber(flag) }
        }
        .multilineTextAlignment(.leading)
        .frame(maxWidth: .infinity, alignment: .leading)
    }

    /// An amber flag in its row: a line, not a strip; the case has the rest.
    private func amber(_ flag: FlagView) -> some View {
        HStack(alignment: .firstTextBaseline, spacing: 6) {
            Mark(name: Sign.of(flag.severity), hue: .amberMark)
            Text(flag.title)
        }
        .font(Letters.heading)
        .padding(.top, 2)
    }
}

/// A case that is closed: it can still be read.
struct ClosedRow: View {
    let header: CaseHeader
    let times: Times
    let isOpen: Bool
    let send: @MainActor (BoardEvent) -> Void

    var body: some View {
        Button {
            send(.open(header.case))
        } label: {
            VStack(alignment: .leading, spacing: 2) {
                Text(header.alias).font(Letters.value)
                Text(verbatim: "\(header.whereWritten) · \(header.closed(times))").font(Letters.label)
                    .foregroundStyle(Hue.onSurfaceMuted)
            }
            .multilineTextAlignment(.leading)
            .padding(.horizontal, Measure.edge).padding(.vertical, 9)
            .frame(maxWidth: .infinity, minHeight: Measure.target, alignment: .leading)
        }
        .buttonStyle(CardStyle(shape: Rectangle()))
        .said("\(header.alias), \(header.closed(times))", called: header.alias)
        .accessibilityAddTraits(isOpen ? .isSelected : [])
        .marked(isOpen)
        .listRowInsets(EdgeInsets())
        .listRowBackground(Color.clear)
    }
}

extension View {
    /// The row whose page stands beside it: a line at its edge, because colour is for status.
    fileprivate func marked(_ isOpen: Bool) -> some View {
        overlay(alignment: .leading) {
            if isOpen { Rectangle().fill(Hue.onSurface).frame(width: 4) }
        }
    }
}
