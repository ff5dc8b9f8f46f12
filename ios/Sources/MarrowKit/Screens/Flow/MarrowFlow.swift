import Observation

/// Where a person is, and what she does there: events of screens become commands, what they raise leads on. It holds no
/// rule about care; what is refused, and why, is the core's word.
@MainActor
@Observable
public final class MarrowFlow {
    public private(set) var client: MarrowClient
    public let host: any MarrowHost

    public internal(set) var look: Look?
    public internal(set) var times: Times
    public internal(set) var people: People
    public internal(set) var health: Health?
    /// What does not change but with the language: none until it was read.
    public internal(set) var catalogue: Catalogue?
    /// The record cannot be read or written any more.
    public internal(set) var trouble: Trouble?
    /// What was pressed last failed, and may be on record all the same.
    var unsure: Refusal?
    /// What was recorded last and can be taken back for a moment.
    var undo: Undo?
    /// Where she is beyond the board.
    var visits: [Visit] = []
    /// What was recorded last is on record, and could not be read again.
    public var isStale: Bool { look?.stale != nil }
    /// What became of what was pressed last, where it can't be seen: it could not be read again, or nobody knows.
    public var ofLast: [String] {
        isStale ? [times.words.boardStale] : unsure.map { [$0.title, $0.advice] } ?? []
    }
    /// Where every way begins; none after the end.
    public private(set) var board: BoardModel?

    @ObservationIgnored var nextVisit = 0
    /// The newest look of this client that was taken.
    @ObservationIgnored private var seen: UInt64 = 0
    @ObservationIgnored var isWriting = false
    @ObservationIgnored var minute: Int64 = -1
    @ObservationIgnored private var going: [Task<Void, Never>] = []
    /// Acts that have not ended.
    @ObservationIgnored package internal(set) var underWay = 0

    public init(client: MarrowClient, host: any MarrowHost, lang: Lang) {
        self.client = client
        self.host = host
        times = Times(words: Words(lang), now: host.now)
        people = host.people
        board = BoardModel(self)
    }

    /// Begins: what does not change is read, the clock ticks, and every look is taken.
    public func begin() {
        act { [self] in try await readCatalogue() }
        act { [self] in await reconcile() }
        follow()
    }

    private func follow() {
        going = [
            Task { [weak self, looks = client.looks()] in
                for await look in looks { self?.take(look) }
            },
            Task { [weak self] in
                while !Task.isCancelled, self?.tick() != nil {
                    try? await Task.sleep(for: .milliseconds(250), tolerance: .milliseconds(50))
                }
            },
        ]
    }

    /// The store had to be opened anew: she goes on where she is, with what she has begun.
    public func goOn(with client: MarrowClient) async {
        stop()
        self.client = client
        (seen, trouble, unsure) = (0, nil, nil)
        if let id = place.aboutCase { try? await client.show(id) }
        begin()
        await catchUp()
    }

    private func stop() {
        going.forEach { $0.cancel() }
        going = []
    }

    /// Ends, with what was begun.
    public func end() {
        stop()
        visits = []
        board = nil
    }

    /// Marrow is on the screen again: time has passed, and what the phone allows may have been changed.
    public func returned() {
        tick()
        act { [self] in try await refresh() }
        act { [self] in await reconcile() }
    }

    /// After a trouble that may be over.
    public func tryAgain() {
        (trouble, unsure) = (nil, nil)
        act { [self] in try await refresh() }
    }

    func refresh() async throws {
        try await client.refresh()
        await catchUp()
    }

    func readCatalogue() async throws {
        catalogue = try await client.catalogue()
        visits.forEach { $0.screen.looked() }
    }

    /// What the client has read, before the stream of looks brings it: the next screen may stand on it.
    func catchUp() async {
        if let newest = await client.look { take(newest) }
    }

    func take(_ newest: Look) {
        guard newest.number > seen else { return }
        seen = newest.number
        look = newest
        visits.forEach { $0.screen.looked() }
        leaveGoneFlag()
    }

    /// The case, once it is the one on the screen: another's is never shown in its place.
    func view(of id: CaseId) -> CaseView? {
        look?.shown.flatMap { $0.header.case == id ? $0 : nil }
    }

    /// Somebody else records from now on.
    func become(_ actor: Actor) {
        people = people.become(actor)
        host.people = people
    }

    public func speak(_ lang: Lang) {
        act { [self] in
            try await client.speak(lang)
            times = Times(words: Words(lang), now: host.now)
            await catchUp()
            host.speaks(lang)
            try await readCatalogue()
            await reconcile()
        }
    }

    func reconcile() async {
        health = await host.reconcile()
    }
}
