import MarrowKit
import Observation

/// What of the app may be seen now: its screens, the lock, or a new needle over the lock.
@MainActor @Observable
final class Gate {
    private let lock: AppLock
    private let session: Session
    private let owner: @MainActor (String) async -> Bool
    @ObservationIgnored private var isAsking = false
    /// iOS asks who is there over the app, which so leaves and returns: that alone is no reason to ask again.
    @ObservationIgnored private var asksByItself = true

    /// A new needle over the lock; it ends when it is closed, or the app is left.
    private(set) var quick: QuickNewIo?
    /// Tells what draws it that it may be shown or not.
    @ObservationIgnored var changed: @MainActor () -> Void = {}

    /// - Parameter owner: asks the phone whether its owner is there, in these words.
    init(lock: AppLock, session: Session, owner: @escaping @MainActor (_ why: String) async -> Bool) {
        self.lock = lock
        self.session = session
        self.owner = owner
    }

    var isClosed: Bool { lock.closed || quick != nil }
    var words: Words { session.words }

    func left() {
        lock.left()
        // What was being entered is not there for who picks the phone up next.
        endQuick()
    }

    /// From the background, not from a question that lay over it.
    func entered() {
        asksByItself = true
    }

    func returned() {
        lock.returned()
        changed()
        if !lock.closed { return session.returned() }
        if asksByItself && quick == nil { ask() }
        asksByItself = false
    }

    func close() {
        lock.close()
        changed()
    }

    /// One question at a time; turned away, the gate stays closed, and its button asks again.
    func ask() {
        guard lock.closed, !isAsking else { return }
        isAsking = true
        Task {
            if await owner(words.lockWhy) {
                lock.open()
                session.returned()
            }
            isAsking = false
            changed()
        }
    }

    /// A new needle, asked for from outside or at the gate: over the lock where that is closed.
    func newIo() {
        if lock.closed {
            quick = QuickNewIo(session) { [weak self] in self?.endQuick() }
        } else {
            session.newIo()
        }
        changed()
    }

    func endQuick() {
        quick?.end()
        quick = nil
        changed()
    }
}
