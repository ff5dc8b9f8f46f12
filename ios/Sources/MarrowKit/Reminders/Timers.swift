/// Timers that run, shown outside the app: a Live Activity on the lock screen and in the island. What is shown is drawn
/// by iOS from two instants, so that it runs on while the app does not.
public protocol TimersPort: Sendable {
    /// Makes exactly these be shown. iOS starts none for an app that is not on the screen, and the person may forbid it:
    /// the end of a timer rings all the same.
    func show(_ timers: [RunningTimer]) async
}
