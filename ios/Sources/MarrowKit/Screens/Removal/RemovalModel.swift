import Observation

/// The five pages of taking out. Where it stands is what is on record, so that it survives everything.
@MainActor
@Observable
public final class RemovalModel {
    private let flow: MarrowFlow
    private let id: CaseId
    /// What is being answered; times, case and catalogue in it are of when it began.
    private var said = Said()
    private var refusal: Refusal?
    @ObservationIgnored private var before: (untilMs: Int64, minutes: Int64)?

    private struct Said {
        var answers = RemovalAnswers()
        var withoutAntiseptic = false
        var confirming = false
        var stopping = false
        var stopped = false
    }

    init(_ flow: MarrowFlow, _ id: CaseId) {
        self.flow = flow
        self.id = id
    }

    /// None while the case is being read.
    public var state: RemovalState? {
        guard let view = flow.view(of: id), let catalogue = flow.catalogue else { return nil }
        return RemovalState(
            times: flow.times, view: view, catalogue: catalogue, answers: said.answers,
            withoutAntiseptic: said.withoutAntiseptic, confirming: said.confirming, stopping: said.stopping,
            stopped: said.stopped, refusal: refusal)
    }

    var isBegun: Bool { said.answers != RemovalAnswers() }

    public func send(_ event: RemovalEvent) {
        let answers = said.answers
        switch event {
        case .back, .done: flow.back()
        case .agent(let text): said.answers.agent = text
        case .resistance(let felt): said.answers.resistance = felt
        case .tipWhole(let whole): said.answers.tipWhole = whole
        case .bleeding(let bleeding): said.answers.bleeding = bleeding
        case .earlyReason(let text): said.answers.earlyReason = text
        case .antiseptic: record(.removalAntiseptic(form: RemovalAntisepticForm(agent: answers.agent.nonBlank)))
        case .withoutAntiseptic: said.withoutAntiseptic = true
        case .confirm(let on): said.confirming = on
        case .takeOut:
            let form = RemoveForm(
                resistance: answers.resistance, tipIntact: answers.tipWhole, bleeding: answers.bleeding)
            record(.remove(form: form)) { $0.confirming = false }
        case .press: record(.startCompression(form: StartCompressionForm())) { $0.stopped = false }
        case .stopEarly(let asked): said.stopping = asked
        case .stoppedEarly:
            said.stopping = false
            said.stopped = true
        case .stopped(let stopped):
            let form = EndCompressionForm(bleedingStopped: stopped, endedEarlyReason: answers.earlyReason.nonBlank)
            record(.endCompression(form: form)) {
                $0.stopped = false
                $0.answers.earlyReason = ""
            }
        case .reference(let card): flow.go(.reference(card: card.id))
        }
    }

    private func record(_ form: Form, _ then: @escaping (inout Said) -> Void = { _ in }) {
        flow.write({ [self] in refusal = $0 }) { [self] in
            let outcome = try await flow.record(id, form)
            refusal = nil
            then(&said)
            flow.go(flow.raised(id, outcome))
        }
    }

    /// Both hands press and the eyes are on the puncture: each minute is felt, and the end.
    func felt() {
        guard let until = flow.view(of: id)?.header.pressingUntilMs else {
            before = nil
            return
        }
        let minutes = max(0, (until - flow.times.nowMs + Times.minute - 1) / Times.minute)
        if let before, before.untilMs == until, minutes < before.minutes {
            flow.host.feel(minutes == 0 ? .over : .minute)
        }
        before = (until, minutes)
    }
}
