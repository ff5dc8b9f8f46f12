import MarrowKit
import Observation

/// A new needle over the lock, with a flow of its own that knows nobody.
@MainActor @Observable
final class QuickNewIo {
    private let session: Session
    private let closed: @MainActor () -> Void
    private var flow: MarrowFlow?
    private var notOpen: Trouble?
    @ObservationIgnored private var isOver = false

    private(set) var model: NewIoModel?
    private(set) var isRecorded = false

    /// - Parameter closed: it was closed with nothing recorded.
    init(_ session: Session, closed: @escaping @MainActor () -> Void) {
        (self.session, self.closed) = (session, closed)
        open()
    }

    var words: Words { session.words }
    var trouble: Trouble? { flow?.trouble ?? notOpen }
    var ofLast: [String] { flow?.ofLast ?? [] }

    /// Again, too: what was said of the needle stays.
    func open() {
        notOpen = nil
        Task {
            do {
                let client = try await session.client()
                guard !isOver else { return }
                if let flow { return await flow.goOn(with: client) }
                let flow = session.flowOverTheLock(client, await client.lang)
                flow.begin()
                self.flow = flow
                model = NewIoModel(overTheLock: flow, closed: closed) { [weak self] in self?.isRecorded = true }
            } catch {
                notOpen = Trouble(closed: error)
            }
        }
    }

    func end() {
        isOver = true
        flow?.end()
        (flow, model) = (nil, nil)
    }
}

/// The phone with nobody at it that it knows: an entry over the lock bears no name, rather than that of somebody who did
/// not unlock it. The record and the sheet say that nobody was named.
@MainActor
final class Nobody: MarrowHost {
    private let phone: any MarrowHost
    var people = People()

    init(_ phone: any MarrowHost) {
        self.phone = phone
    }

    var now: Now { phone.now }
    func reconcile() async -> Health { await phone.reconcile() }
    func fix(_ need: Need) { phone.fix(need) }
    func testReminder() async -> Int64 { await phone.testReminder() }
    func print(_ document: Document) { phone.print(document) }
    func share(_ document: Document) { phone.share(document) }
    func choosePolicy() async -> String? { await phone.choosePolicy() }
    func handOut(_ policy: String) { phone.handOut(policy) }
    func feel(_ touch: Touch) { phone.feel(touch) }
    func speaks(_ lang: Lang) { phone.speaks(lang) }
}
