import Foundation

/// iOS's part of the reminders. Whatever happens (a command, coming to the front, a clock that is set, a background
/// refresh, a button of a notification) ends in `reconcile`, which makes iOS hold exactly the core's plan; nothing is
/// ever set from a firing alone, because no code of ours runs then.
///
/// Where the core cannot be asked, before the first unlock or with a store that does not open, what iOS holds stays.
public actor Reminders {
    private let core: any CorePort
    private let centre: any CentrePort
    private let loud: any LoudPort
    private let timers: any TimersPort
    private let phone: any PhonePort
    private let nowMs: @Sendable () -> Int64
    private let asked: Asked
    private let notes: KeptFile<PassNotes>
    private var last: Task<Pass?, Never>?

    public init(
        core: any CorePort, centre: any CentrePort, loud: any LoudPort, timers: any TimersPort, phone: any PhonePort,
        folder: URL, nowMs: @escaping @Sendable () -> Int64 = { Date().unixMs }
    ) {
        self.core = core
        self.centre = centre
        self.loud = loud
        self.timers = timers
        self.phone = phone
        self.nowMs = nowMs
        asked = Asked(in: folder)
        notes = KeptFile("reminders", in: folder, empty: PassNotes())
    }

    /// iOS holds exactly the plan when this returns, or the health says what it does not. One at a time: a second waits
    /// for the first to end.
    ///
    /// - Returns: what the core said; none where it could not be asked.
    @discardableResult
    public func reconcile() async -> Pass? {
        let before = last
        let mine = Task {
            _ = await before?.value
            return await pass()
        }
        last = mine
        return await mine.value
    }

    /// A button of a notification was pressed. What is not recorded stays on the screen and sounds again.
    public func act(_ act: Act, on ring: Ring) async {
        asked.see(ring.id)
        guard act != .open else { return }
        do {
            guard let entry = asked[ring.id] else { throw NeedsTheApp() }
            let recorder = Recorder(client: try await core.client(), actor: await core.actor())
            for member in entry.members { try await recorder.record(act, member) }
            notes.change { $0.notRecorded = nil }
            await withdraw(slot: entry.slot)
        } catch {
            let why = PassNotes.kind(error)
            notes.change { $0.notRecorded = why }
            try? await centre.add(ring.again())
        }
        await reconcile()
    }

    /// Somebody opened it or took it away: it was seen. That is not doing, and the next one comes at its time.
    public func seen(_ id: String) {
        asked.see(id)
    }

    /// iOS is about to show it while the app is on the screen: whether it still holds.
    public func comes(_ id: String) async -> Bool {
        asked.see(id)
        guard id != TestReminder.id, let client = try? await core.client() else { return true }
        let fired = try? await client.fired(id, await health().caps)
        asked.tell(id)
        if case .suppress = fired { return false }
        return true
    }

    /// Asks iOS for a reminder in a moment, on the ways that a critical one takes. When it will come, Unix ms.
    public func test() async -> Int64 {
        let now = nowMs()
        let words = Words(await (try? core.client())?.lang ?? .en)
        try? await centre.add(TestReminder.ring(words, nowMs: now))
        if await loud.allowed == true { try? await loud.hold(TestReminder.loud(words, nowMs: now)) }
        return now + TestReminder.afterMs
    }

    /// Asks the person for what iOS lets an app ask for, and then does what was let.
    public func ask() async {
        await centre.ask()
        await loud.ask()
        await reconcile()
    }

    public func health() async -> ReminderHealth {
        ReminderHealth(
            settings: await centre.settings(), loudAllowed: await loud.allowed,
            backgroundRefresh: await phone.backgroundRefresh, lowPower: await phone.lowPower, notes: notes.value)
    }

    private func pass() async -> Pass? {
        do {
            return try await pass(with: try await core.client())
        } catch is NotUnlockedYet {
            return nil
        } catch {
            let why = PassNotes.kind(error)
            notes.change { $0.closed = why }
            return nil
        }
    }

    private func pass(with client: MarrowClient) async throws -> Pass {
        let words = Words(await client.lang)
        await centre.offer(ActionWords(words.lang))
        let before = await health()
        // A clock that was set goes on record before anything is planned by it.
        var told = await tell(client, before)
        let screen = Delivered(client: client, centre: centre, asked: asked)
        // What nobody may be shown is neither told as shown nor missed.
        let came = before.settings.allowed ? await screen.tellAndShowMissed(before.caps, nowMs: nowMs()) : false
        let port = ReminderCentre(centre: centre, asked: asked, nowMs: nowMs)
        let done = try await ReminderReconciler(client: client, port: port).reconcile(before.caps)
        let open = await screen.withdrawDone()
        let wanted = Louder.wanted(of: done.plan, stop: words.commonClose)
        let notLoud = await Louder(port: loud).carryOut(wanted, sounding: Set(open.compactMap(UUID.init(ofReminder:))))
        await timers.show(done.plan.running)
        await screen.forgetOld(nowMs: nowMs())
        note(done, notLoud)
        let after = await health()
        if came || after.canFail != before.canFail { told = await tell(client, after) }
        return Pass(plan: done.plan, lateness: told?.lateness)
    }

    private func note(_ done: Reconciled, _ notLoud: Int) {
        let now = nowMs()
        let missing = done.left.filter { if case .hold = $0 { true } else { false } }.count
        notes.change {
            $0.reconciledMs = now
            $0.coverageUntilMs = done.plan.coverageUntilMs
            $0.refused = max(missing, done.failed.count)
            $0.notLoud = notLoud
            $0.closed = nil
        }
    }

    private func tell(_ client: MarrowClient, _ health: ReminderHealth) async -> PhoneView? {
        let report = PhoneReport(remindersCanFail: health.canFail, storageLow: await phone.storageLow)
        // What stands in the record about the phone is worth less than a plan.
        return try? await client.phone(report)
    }

    private func withdraw(slot: String) async {
        let shown = await centre.delivered().filter { $0.slot == slot }
        await centre.removeDelivered(shown.map(\.id))
    }
}

/// What a pass with the core came to.
public struct Pass: Sendable {
    public let plan: ReminderPlan
    /// How late reminders come on this phone; none: too few came to say.
    public let lateness: Lateness?
}
