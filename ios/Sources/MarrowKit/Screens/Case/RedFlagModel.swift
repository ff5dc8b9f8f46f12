import Observation

/// A flag of a case. Once what raised it is gone, so is its page.
@MainActor
@Observable
public final class RedFlagModel {
    private let flow: MarrowFlow
    private let id: CaseId
    private let flag: FlagIdentity

    init(_ flow: MarrowFlow, _ id: CaseId, _ flag: FlagIdentity) {
        self.flow = flow
        self.id = id
        self.flag = flag
    }

    public var state: RedFlagState? {
        guard let view = flow.view(of: id), let now = view.flags.first(where: { $0.identity == flag }) else {
            return nil
        }
        return RedFlagState(times: flow.times, view: view, flag: now)
    }

    public func send(_ event: RedFlagEvent) {
        switch event {
        case .back: flow.back()
        case .takeOut: flow.go(.removal(id))
        case .tell: flow.go(.form(FormPlace(case: id, kind: .tell, given: ["rule": flag.rule])))
        }
    }
}
