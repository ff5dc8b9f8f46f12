import Observation

/// The board: all cases, the most urgent first.
@MainActor
@Observable
public final class BoardModel {
    private let flow: MarrowFlow

    init(_ flow: MarrowFlow) {
        self.flow = flow
    }

    public var state: BoardState {
        BoardState(
            times: flow.times, board: flow.look?.board, recordedBy: flow.people.actor?.name,
            remindersCanFail: flow.health?.canFail == true, stale: flow.isStale)
    }

    public func send(_ event: BoardEvent) {
        switch event {
        case .open(let id): go([.case(id)])
        case .openFlag(let id):
            let flag = flow.look?.board.open.first { $0.header.case == id }?.flag
            go([.case(id)] + (flag.map { [.flag(id, $0.identity)] } ?? []))
        case .newIo: go([.newIo(nil)])
        case .whoRecords: go([.settings(who: true)])
        case .remindersHealth, .clockInDoubt: go([.reminders])
        case .go(let entry): go([entry.place])
        }
    }

    private func go(_ to: [Place]) { flow.go(to, from: true) }
}

extension MenuEntry {
    fileprivate var place: Place {
        switch self {
        case .reminders: .reminders
        case .reference: .reference(card: nil)
        case .policy: .policy
        case .settings: .settings(who: false)
        }
    }
}
