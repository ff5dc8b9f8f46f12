import Observation

/// The gate on the screen: closed when the process begins, and after a time away. It keeps nothing but the screen:
/// background work opens the store all the same, and reminders come.
@MainActor @Observable
public final class AppLock {
    private var shut = true
    @ObservationIgnored private var leftMs: Int64?
    @ObservationIgnored private let elapsedMs: () -> Int64
    @ObservationIgnored private let secured: () -> Bool

    /// - Parameters:
    ///   - elapsedMs: a clock that nobody can set.
    ///   - secured: whether the phone itself has a lock. One that nobody has to unlock cannot ask who is there.
    public init(elapsedMs: @escaping () -> Int64, secured: @escaping () -> Bool) {
        self.elapsedMs = elapsedMs
        self.secured = secured
    }

    /// The screen must show nothing.
    public var closed: Bool { shut && secured() }

    /// Marrow is not on the screen any more.
    public func left() {
        leftMs = leftMs ?? elapsedMs()
    }

    /// Marrow is on the screen again.
    public func returned() {
        if let leftMs, elapsedMs() - leftMs >= Self.awayMs { shut = true }
        leftMs = nil
    }

    /// The phone itself was locked.
    public func close() {
        shut = true
    }

    /// Somebody has shown who they are.
    public func open() {
        shut = false
    }

    /// Long enough for a look at another app, too short for another person.
    public static let awayMs: Int64 = 60_000
}
