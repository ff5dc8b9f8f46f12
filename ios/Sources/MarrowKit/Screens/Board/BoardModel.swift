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
            remindersCanFail: flow.health?.canFail == true, stale: flow.look?.stale != nil)
    }

    public func send(_ event: BoardEvent) {
        switch event {
        case .open(let id): flow.go(.case(id))
        case .openFlag(let id):
            let flag = flow.look?.board.open.first { $0.header.case == id }?.flag
            flow.go([.case(id)] + (flag.map { [.flag(id, rule: $0.rule)] } ?? []))
        case .newIo: flow.go(.newIo(nil))
        case .whoRecords: flow.go(.settings(who: true))
        case .remindersHealth, .clockInDoubt: flow.go(.reminders)
        case .go(let entry): flow.go(entry.place)
        }
    }
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
