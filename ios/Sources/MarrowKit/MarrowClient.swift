import Foundation

/// The core for screens: calls come one at a time, read the clock there, and what a command changed is in `look` before
/// it returns.
///
/// Screen models live on the main actor and follow `looks()`, a stream: the actor tells what it read without waiting
/// for a screen or leaving its own thread, so that looks come in the order in which they were made. (An `@Observable`
/// here would need a hop to the main actor in the midst of each command, and a second command could overtake it there.)
///
/// Calls throw `MarrowError`. After `close` that is `.Closed`, for calls that wait too.
public actor MarrowClient {
    private let core: Marrow
    private let clock: any ClockPort
    private let marks: any MarkPort
    private let thread: OneThread

    private let audience = Audience<Look>()

    /// Board and case as of the last call that changed or refreshed them.
    public private(set) var look: Look?
    /// The language of texts.
    public private(set) var lang: Lang

    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private init(core: Marrow, thread: OneThread, clock: any ClockPort, marks: any MarkPort, lang: Lang) {
        self.core = core
        self.thread = thread
        self.clock = clock
        self.marks = marks
        self.lang = lang
    }

    /// Opens the store. `key` and `installation` are wiped, whatever comes of it; `options` come without the mark, which
    /// `marks` brings.
    public static func open(
        key: inout Data, installation: inout Data, options: OpenOptions,
        clock: any ClockPort, marks: any MarkPort, lang: Lang
    ) async throws -> MarrowClient {
        defer {
            key.resetBytes(in: key.startIndex..<key.endIndex)
            installation.resetBytes(in: installation.startIndex..<installation.endIndex)
        }
        var options = options
        options.highWater = marks.last()
        let thread = OneThread()
        let core = try await Opening(thread: thread).open(key: key, installation: installation, options: options)
        let client = MarrowClient(core: core, thread: thread, clock: clock, marks: marks, lang: lang)
        try await client.begin()
        return client
    }

    private func begin() throws {
        marks.keep(try core.info().mark)
        try refresh()
    }

    /// The newest look at once, then each that follows; to one who is slow at least the last. Ends with `close`.
    public nonisolated func looks() -> AsyncStream<Look> {
        audience.stream()
    }

    /// Records a command; when it returns, it is durable. When it throws, nothing was recorded, but for `.Io` (a disk that
    /// failed in writing): then it is there whole, or not at all, and `refresh` tells which.
    @discardableResult
    public func dispatch(_ command: Command) throws -> Outcome {
        let now = clock.sample()
        // What is to be seen comes back with it: one crossing a tap.
        let screen = Screen(case: look?.shown?.header.case, newest: Self.newest)
        let outcome = try core.dispatch(command: command, lang: lang, now: now, screen: screen)
        marks.keep(outcome.mark)
        if let seen = outcome.screen {
            tell(seen.board, seen.case)
        } else {
            // It is on record: that it can't be looked at may not be taken for a failure. The look says it is stale.
            try? read(now)
        }
        return outcome
    }

    /// What a command would raise or be refused for.
    public func preview(_ command: Command) throws -> Outcome {
        try core.preview(command: command, lang: lang, now: clock.sample())
    }

    /// Reads the board and the shown case again: time has passed, or another process has written.
    public func refresh() throws {
        try read(clock.sample())
    }

    /// Puts a case on the screen; none takes it off.
    public func show(_ id: CaseId?) throws {
        try take(id, clock.sample())
    }

    /// From now on texts come in this language, what is shown included.
    public func speak(_ lang: Lang) throws {
        self.lang = lang
        try refresh()
    }

    /// A case with its whole record; what is on the screen has only the newest of it.
    public func `case`(_ id: CaseId) throws -> CaseView {
        try core.case(id: id, most: nil, lang: lang, now: clock.sample())
    }

    /// In the language of texts, or in the one of whom it is for.
    public func document(_ kind: DocumentKind, of id: CaseId, in other: Lang? = nil) throws -> Document {
        try core.document(kind: kind, id: id, lang: other ?? lang, now: clock.sample())
    }

    public func catalogue() throws -> Catalogue {
        try core.catalogue(lang: lang)
    }

    public func policy(_ change: PolicyChange? = nil) throws -> PolicyView {
        try core.policy(change: change, lang: lang)
    }

    public func reminders(_ caps: PlatformCaps) throws -> ReminderPlan {
        try core.reminders(caps: caps, lang: lang, now: clock.sample())
    }

    public func report(_ held: [HeldReminder], _ caps: PlatformCaps) throws {
        try core.report(held: held, caps: caps, now: clock.sample())
    }

    /// A reminder was shown, as far as the system tells: whether it still holds, and how late it came.
    ///
    /// - Parameter at: when it was shown, Unix ms, where the system tells of it afterwards; none: now.
    public func fired(_ id: String, _ caps: PlatformCaps, at: Int64? = nil) throws -> Fired {
        var now = clock.sample()
        if let at, at < now.wallMs {
            // As both clocks stood then. One that was set since makes a figure of lateness wrong, and nothing else.
            now.bootMs = max(now.bootMs - (now.wallMs - at), 0)
            now.wallMs = at
        }
        return try core.fired(id: id, caps: caps, lang: lang, now: now)
    }

    /// Tells the core about the phone; call it after a boot, a clock or zone change, and on coming to the front.
    public func phone(_ report: PhoneReport) throws -> PhoneView {
        let now = clock.sample()
        let view = try core.phone(report: report, now: now)
        marks.keep(try core.info().mark)
        try? read(now)
        return view
    }

    public func info() throws -> StoreInfo {
        try core.info()
    }

    public func verify() throws -> Verification {
        try core.verify()
    }

    /// Closes the store once the call under way has ended, for which it waits. Closing twice is no error.
    public nonisolated func close() throws {
        defer { audience.end() }
        try core.closeStore()
    }

    /// How much of a record is read anew at each tap: more than a screen shows at a time.
    private static let newest: UInt32 = 50

    /// Reads anew what is on the screen; where that fails, what was read before is said to be stale.
    private func read(_ now: ClockSample) throws {
        do {
            try take(look?.shown?.header.case, now)
        } catch {
            if let look { tell(look.board, look.shown, stale: error as? MarrowError ?? .Internal) }
            throw error
        }
    }

    private func take(_ id: CaseId?, _ now: ClockSample) throws {
        let shown = try id.map { try core.case(id: $0, most: Self.newest, lang: lang, now: now) }
        tell(try core.board(lang: lang, now: now), shown)
    }

    private func tell(_ board: BoardView, _ shown: CaseView?, stale: MarrowError? = nil) {
        let look = Look(board: board, shown: shown, stale: stale, number: (look?.number ?? 0) + 1)
        self.look = look
        audience.tell(look)
    }
}
