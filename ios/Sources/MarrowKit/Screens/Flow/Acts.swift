/// What a person does.
extension MarrowFlow {
    typealias Refused = @MainActor (Refusal) -> Void

    /// Does something that can fail as a whole; what the core says about one act, the act's own page takes.
    func act(_ refused: @escaping Refused = { _ in }, _ block: @escaping @MainActor () async throws -> Void) {
        underWay += 1
        Task {
            defer { underWay -= 1 }
            do { try await block() } catch { failed(error, refused) }
        }
    }

    private func failed(_ error: any Error, _ refused: Refused) {
        host.feel(.refused)
        let failure = error as? MarrowError ?? .Internal
        if let whole = Trouble(failure) {
            trouble = whole
        } else {
            refused(Refusal(failure, times.words, catalogue))
        }
    }

    /// The same for what writes: a second tap while the first is on its way is not a second entry. Where nobody knows
    /// whether it is on record, that is said with the trouble, and after it where it would be recorded again.
    func write(_ refused: @escaping Refused, _ block: @escaping @MainActor () async throws -> Void) {
        guard !isWriting else { return }
        isWriting = true
        unsure = nil
        act(refused) { [self] in
            defer { isWriting = false }
            do { try await block() } catch {
                unsure = Refusal(unsure: error, times.words)
                if let unsure { refused(unsure) }
                throw error
            }
        }
    }

    /// A case is on record on this phone.
    func isHere(_ id: CaseId) async throws -> Bool {
        do { return try await client.case(id).header.case == id } catch MarrowError.NotFound { return false }
    }

    /// Records, and lets the reminders be brought over. What is on record is: nothing that fails after it may look as if
    /// it was not.
    @discardableResult
    func record(_ id: CaseId, _ form: Form, _ at: Moment = Moment(), undoable: Bool = false) async throws -> Outcome {
        let outcome = try await client.dispatch(command(id, form, at))
        await catchUp()
        host.feel(.recorded)
        if undoable, let entry = outcome.entry, let way = catalogue?.undo {
            undo = Undo(case: id, entry: entry, reason: way.reason, untilMs: host.now.ms + way.withinMs)
        }
        act { [self] in await reconcile() }
        return outcome
    }

    func preview(_ id: CaseId, _ form: Form, _ at: Moment = Moment()) async throws -> Outcome {
        try await client.preview(command(id, form, at))
    }

    private func command(_ id: CaseId, _ form: Form, _ at: Moment) -> Command {
        Command(
            case: id, form: form, precision: at.precision, actor: people.actor ?? Actor(name: "", role: "", unit: ""),
            performedAtMs: at.performedAtMs, lateReason: at.lateReason, amends: at.amends)
    }

    /// What was recorded leads to the most serious flag that it raised.
    func raised(_ id: CaseId, _ outcome: Outcome) -> [Place] {
        outcome.raised.filter { $0.severity == .red }.prefix(1).map { .flag(id, $0.identity) }
    }

    /// What was just recorded in a case and can be taken back, in words.
    func undoable(in view: CaseView) -> String? {
        guard let undo, undo.case == view.header.case else { return nil }
        let entry = view.record.last { $0.id == undo.entry && $0.struck.isEmpty }
        return entry.map { times.words.formRecorded($0.title) }
    }

    func takeBack(_ refused: @escaping Refused) {
        guard let last = undo else { return }
        write(refused) { [self] in
            undo = nil
            try await record(last.case, .strike(form: StrikeForm(entry: last.entry, reason: last.reason)))
        }
    }

    /// What is due changes by the minute, the digits of a countdown by the second; nothing is drawn anew more often.
    func tick() {
        let now = host.now
        let beat = if case .removal = place { Int64(1_000) } else { Times.minute }
        if now.ms / beat != times.nowMs / beat || now.zone != times.now.zone {
            times = Times(words: times.words, now: now)
            for case .removal(let model) in visits.map(\.screen) { model.felt() }
        }
        if let undo, now.ms > undo.untilMs { self.undo = nil }
        guard now.ms / Times.minute != minute else { return }
        minute = now.ms / Times.minute
        act { [self] in try await refresh() }
    }
}

extension Refusal {
    /// What a failure leaves open: a disk that fails in writing may have written, and so may what breaks off inside.
    init?(unsure error: any Error, _ words: Words) {
        switch error as? MarrowError ?? .Internal {
        case .Io, .Internal: self.init(title: words.refusedUnsure, advice: words.refusedUnsureMore)
        default: return nil
        }
    }

    /// What the core says of an act that it did not take, and what a person can do.
    init(_ failure: MarrowError, _ words: Words, _ catalogue: Catalogue?) {
        switch failure {
        case .Refused(_, let title, let advice, let field):
            self.init(title: title, advice: advice, liftedBy: field)
        case .Policy(let text): self.init(title: text, advice: words.refusedPolicy)
        case .Invalid(let field):
            let fields = catalogue?.kinds.flatMap(\.fields) ?? []
            let label = fields.first { $0.field == field }?.label ?? field
            self.init(title: words.refusedInvalid(label), advice: words.refusedInvalidMore)
        default: self.init(title: words.refusedGone, advice: words.refusedGoneMore)
        }
    }
}
