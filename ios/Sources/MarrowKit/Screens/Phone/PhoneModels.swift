import Observation

/// The reminders of this phone.
@MainActor
@Observable
public final class RemindersModel {
    private let flow: MarrowFlow
    private var testAtMs: Int64?

    init(_ flow: MarrowFlow) {
        self.flow = flow
        flow.act { await flow.reconcile() }
    }

    /// None until the phone was asked.
    public var state: RemindersState? {
        flow.health.map {
            RemindersState(times: flow.times, health: $0, board: flow.look?.board, testAtMs: testAtMs)
        }
    }

    public func send(_ event: RemindersEvent) {
        switch event {
        case .back: flow.back()
        case .fix(let need): flow.host.fix(need)
        case .test: flow.act { [self] in testAtMs = await flow.host.testReminder() }
        }
    }
}

/// The cards of devices and products, and each of them.
@MainActor
@Observable
public final class ReferenceModel {
    private let flow: MarrowFlow
    private let card: String?

    init(_ flow: MarrowFlow, card: String?) {
        self.flow = flow
        self.card = card
    }

    public var state: ReferenceState {
        let cards = flow.catalogue?.cards ?? []
        return ReferenceState(times: flow.times, cards: cards, open: cards.first { $0.id == card })
    }

    public func send(_ event: ReferenceEvent) {
        switch event {
        case .back: flow.back()
        case .open(let card): flow.go(.reference(card: card.id))
        }
    }
}

/// The hospital's policy over the protocol.
@MainActor
@Observable
public final class PolicyModel {
    private let flow: MarrowFlow
    private var policy: PolicyView?
    private var refusal: Refusal?

    init(_ flow: MarrowFlow) {
        self.flow = flow
        change(nil)
    }

    /// None until it was read.
    public var state: PolicyState? {
        policy.map { PolicyState(times: flow.times, policy: $0, refusal: refusal) }
    }

    public func send(_ event: PolicyEvent) {
        switch event {
        case .back: flow.back()
        case .bringIn:
            flow.act { [self] in
                if let document = await flow.host.choosePolicy() { change(.set(json: document)) }
            }
        case .handOut: if let document = policy?.document { flow.host.handOut(document) }
        case .remove: change(.remove)
        }
    }

    private func change(_ to: PolicyChange?) {
        flow.act({ [self] in refusal = $0 }) { [self] in
            policy = try await flow.client.policy(to)
            refusal = nil
        }
    }
}
