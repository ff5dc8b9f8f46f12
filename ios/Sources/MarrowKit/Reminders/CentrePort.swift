/// iOS's notification centre. One that is held under an id replaces another of that id; nothing is ever removed but by
/// its id.
public protocol CentrePort: Sendable {
    /// The actions of each category, in these words.
    func offer(_ words: ActionWords) async
    /// Throws where iOS does.
    func add(_ ring: Ring) async throws
    func removePending(_ ids: [String]) async
    /// What of ours waits to be delivered.
    func pending() async -> [HeldReminder]
    /// What of ours stands on the lock screen or in the list, the last first.
    func delivered() async -> [DeliveredRing]
    func removeDelivered(_ ids: [String]) async
    func settings() async -> CentreSettings
    /// Asks the person, once; afterwards iOS answers alone.
    func ask() async
}

/// A notification that was delivered and not taken away.
public struct DeliveredRing: Sendable, Equatable {
    public let id: String
    public let slot: String
    /// When iOS delivered it, Unix ms.
    public let atMs: Int64

    public init(id: String, slot: String, atMs: Int64) {
        self.id = id
        self.slot = slot
        self.atMs = atMs
    }
}

/// What the person lets notifications do, as iOS says. None of a value: this iOS does not say.
public struct CentreSettings: Sendable, Equatable {
    public var allowed: Bool
    /// Nobody was asked yet.
    public var undecided: Bool
    /// On the lock screen, in the list or as a banner: in at least one of them.
    public var shown: Bool
    public var sounds: Bool
    public var timeSensitive: Bool
    /// Notifications of this app are kept for a summary at set times.
    public var summary: Bool

    public init(
        allowed: Bool = true, undecided: Bool = false, shown: Bool = true, sounds: Bool = true,
        timeSensitive: Bool = true, summary: Bool = false
    ) {
        self.allowed = allowed
        self.undecided = undecided
        self.shown = shown
        self.sounds = sounds
        self.timeSensitive = timeSensitive
        self.summary = summary
    }
}
