import Observation

/// A flag of a case. Once what raised it is gone, so is its page.
@MainActor
@Observable
public final class RedFlagModel {
    private let flow: MarrowFlow
    private let id: CaseId
    private let rule: String

    init(_ flow: MarrowFlow, _ id: CaseId, rule: String) {
        self.flow = flow
        self.id = id
        self.rule = rule
    }

    public var state: RedFlagState? {
        guard let view = flow.view(of: id), let flag = view.flags.first(where: { $0.rule == rule }) else { return nil }
        return RedFlagState(times: flow.times, view: view, flag: flag)
    }

    public func send(_ event: RedFlagEvent) {
        switch event {
        case .back: flow.back()
        case .takeOut: flow.go(.removal(id))
        case .tell: flow.go(.form(FormPlace(case: id, kind: .tell, given: ["rule": rule])))
        }
    }
}
