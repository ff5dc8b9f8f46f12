import Observation

/// A form of any kind, from the first answer to the record.
@MainActor
@Observable
public final class FormModel {
    private let flow: MarrowFlow
    private let at: FormPlace
    private var form: FormState?
    /// Which questions of a check apply the core says; before it has, none is shown, so that none moves under a finger.
    private var isPreviewed = false

    init(_ flow: MarrowFlow, _ at: FormPlace) {
        self.flow = flow
        self.at = at
        looked()
    }

    /// None while the case is being read.
    public var state: FormState? {
        guard var state = form, isPreviewed || !state.isCheck else { return nil }
        state.times = flow.times
        return state
    }

    var isBegun: Bool {
        form.map { $0.answers != at.given || $0.whyLate?.isEmpty == false || $0.whyAmended?.isEmpty == false } ?? false
    }

    public func send(_ event: FormEvent) {
        switch event {
        case .back: if isBegun { form?.leaving = true } else { flow.back() }
        case .leave(let how):
            form?.leaving = false
            switch how {
            case .save: save()
            case .away: flow.back()
            case .stay: break
            }
        case .press(let name, let choice):
            guard let field = form?.field(name) else { return }
            answer(name, form?.pressed(choice, field))
        case .type(let name, let typed): answer(name, typed?.value)
        case .notAssessed(let field):
            form?.turnNotAssessed(field)
            preview()
        case .turn(let group): form?.turned.formSymmetricDifference([group])
        case .whyLate(let text): form?.whyLate = text
        case .whyAmended(let text): form?.whyAmended = text
        case .choosing(let open): form?.choosing = open
        case .at(let ms):
            form?.performedAtMs = ms
            preview()
        case .save: save()
        }
    }

    private func answer(_ field: String, _ value: AnswerValue?) {
        form?.say(field, value)
        form?.refusal = nil
        preview()
    }

    /// Begins as soon as the case is there; in another language the questions are others, the answers the same.
    func looked() {
        guard let view = flow.view(of: at.case), let catalogue = flow.catalogue,
            var fresh = FormState(at, view, catalogue, flow.times)
        else { return }
        if let form {
            guard form.kind != fresh.kind else { return }
            fresh.takeOver(form)
        }
        form = fresh
        preview()
    }

    /// After each answer the core says what is still missing, and whether it will ask why so late.
    private func preview() {
        guard let asked = form, let said = asked.form else { return }
        flow.act { [self] in
            // Half a form is no fault; saving it says what is.
            let outcome = try? await flow.preview(at.case, said, moment(asked))
            isPreviewed = true
            guard let outcome else { return }
            guard form?.answers == asked.answers, form?.performedAtMs == asked.performedAtMs else { return }
            form?.missing = outcome.missing
            form?.askWhyLate(!outcome.asks.isEmpty)
        }
    }

    private func save() {
        guard let form, let said = form.form else { return }
        guard !form.saysNothing else {
            let words = flow.times.words
            self.form?.refusal = Refusal(title: words.formNothing, advice: words.formNothingMore)
            return
        }
        flow.write({ [self] in self.form?.refusal = $0 }) { [self] in
            let outcome = try await flow.record(at.case, said, moment(form), undoable: true)
            flow.instead(of: .form(at), flow.raised(at.case, outcome))
        }
    }

    /// A time that is chosen while an entry is amended is the entry's new one.
    private func moment(_ form: FormState) -> Moment {
        guard let entry = at.amends else {
            return Moment(performedAtMs: form.performedAtMs, lateReason: form.whyLate.nonBlank)
        }
        return Moment(
            amends: AmendForm(
                entry: entry, reason: form.whyAmended.nonBlank, performedAtMs: form.performedAtMs, precision: nil))
    }
}

extension FormState {
    /// What was answered in another language.
    fileprivate mutating func takeOver(_ form: FormState) {
        answers = form.answers
        whyLate = form.whyLate
        whyAmended = form.whyAmended
        performedAtMs = form.performedAtMs
        choosing = form.choosing
    }

    /// What is typed stays, whatever is asked.
    fileprivate mutating func askWhyLate(_ asks: Bool) {
        if asks { whyLate = whyLate ?? "" } else if whyLate?.isEmpty == true { whyLate = nil }
    }
}
