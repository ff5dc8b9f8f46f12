@_exported import MarrowFFI

/// The platform's clocks, read just before each call.
public protocol ClockPort: Sendable {
    func sample() -> ClockSample
}

/// Where the mark lives that tells a rolled-back database: outside the database, beside the wrapped key.
public protocol MarkPort: Sendable {
    func last() -> UInt64?
    func keep(_ mark: UInt64)
}

/// What holds reminders: the notification centre, or a list in a test.
public protocol ReminderPort: Sendable {
    /// Holds it from now on; it replaces one of the same id.
    func hold(_ reminder: Reminder) async throws
    /// Holds that id no longer.
    func cancel(_ id: String) async throws
    /// All that is held now and has not fired.
    func held() async -> [HeldReminder]
}
