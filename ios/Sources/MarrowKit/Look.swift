import Foundation

/// What screens show, as one value: the board and the case on the screen are of the same moment.
public struct Look: Sendable, Equatable {
    public let board: BoardView
    /// The case that is on the screen.
    public let shown: CaseView?
    /// Reading failed since: board and case may lack what was recorded meanwhile. Screens say so.
    public let stale: MarrowError?
    /// A later look has a higher one: to one who gets looks by two ways it tells which is newer.
    public let number: UInt64

    /// Two are the same where they show the same.
    public static func == (one: Look, other: Look) -> Bool {
        one.board == other.board && one.shown == other.shown && one.stale == other.stale
    }
}

/// Tells every asker of a value that changes: the newest at once, then each that follows, and to one that is slow at
/// least the last.
///
/// Locked rather than an actor of its own, so that what is told comes in the order in which it was made.
final class Audience<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var newest: Value?
    private var askers: [UUID: AsyncStream<Value>.Continuation] = [:]
    private var ended = false

    func tell(_ value: Value) {
        lock.withLock {
            guard !ended else { return }
            newest = value
            for asker in askers.values { asker.yield(value) }
        }
    }

    func stream() -> AsyncStream<Value> {
        let (stream, asker) = AsyncStream.makeStream(of: Value.self, bufferingPolicy: .bufferingNewest(1))
        let id = UUID()
        asker.onTermination = { [weak self] _ in self?.forget(id) }
        let over = lock.withLock {
            if let newest { asker.yield(newest) }
            if !ended { askers[id] = asker }
            return ended
        }
        if over { asker.finish() }
        return stream
    }

    /// Nothing more comes.
    func end() {
        let all = lock.withLock {
            ended = true
            defer { askers = [:] }
            return Array(askers.values)
        }
        // Not under the lock: the end of a stream comes back to `forget`.
        for asker in all { asker.finish() }
    }

    private func forget(_ id: UUID) {
        // Dropped outside the lock, for the same reason.
        let dropped = lock.withLock { askers.removeValue(forKey: id) }
        _ = dropped
    }
}
