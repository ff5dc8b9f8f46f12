extension TaskView {
    /// Stays while it grows late or is put off: what is being read aloud or pressed is not taken away under a finger.
    public var identity: String { "\(step) \(dueAtMs)" }
}
