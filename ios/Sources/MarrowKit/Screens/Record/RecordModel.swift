import Observation

/// The whole record, read anew whenever the case on the screen changes.
@MainActor
@Observable
public final class RecordModel {
    private let flow: MarrowFlow
    private let id: CaseId
    private var whole: CaseView?
    private var open: EntryView?
    private var reason = ""
    private var confirming = false
    private var refusal: Refusal?
    /// The entries, and the language, that were read.
    @ObservationIgnored private var read: (entries: UInt32, lang: Lang)?

    init(_ flow: MarrowFlow, _ id: CaseId) {
        self.flow = flow
        self.id = id
        looked()
    }

    /// None while it is being read.
    public var state: RecordState? {
        whole.map {
            RecordState(
                times: flow.times, view: $0, open: open, reason: reason, confirming: confirming,
                undo: flow.undoable(in: $0), refusal: refusal)
        }
    }

    public func send(_ event: RecordEvent) {
        switch event {
        case .back: flow.back()
        case .open(let entry):
            leave()
            open = entry
        case .reason(let text): reason = text
        case .confirm(let on): confirming = on
        case .strike(let entry): write(.strike(form: StrikeForm(entry: entry, reason: reason.nonBlank)))
        case .reinstate(let entry): write(.reinstate(form: ReinstateForm(entry: entry, reason: reason.nonBlank)))
        case .amend(let entry):
            leave()
            guard let kind = entry.kind, let form = entry.form else { return }
            flow.go(.form(FormPlace(case: id, kind: kind, given: form.answers, amends: entry.id)))
        case .undo: flow.takeBack { [self] in refusal = $0 }
        }
    }

    private func leave() {
        refusal = nil
        open = nil
        reason = ""
        confirming = false
    }

    private func write(_ form: Form) {
        let refused: MarrowFlow.Refused = { [self] said in
            open = nil
            refusal = said
        }
        flow.write(refused) { [self] in
            try await flow.record(id, form)
            leave()
        }
    }

    func looked() {
        guard let view = flow.view(of: id) else { return }
        let lang = flow.times.words.lang
        guard read?.entries != view.entries || read?.lang != lang else { return }
        read = (view.entries, lang)
        flow.act { [self] in whole = try await flow.client.case(id) }
    }
}
