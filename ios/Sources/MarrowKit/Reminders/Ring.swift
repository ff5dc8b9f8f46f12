import Foundation

/// One notification as iOS is asked to hold it. Counts, times and random names only: iOS keeps it where a phone that
/// nobody has unlocked can read it.
public struct Ring: Sendable, Equatable {
    public let id: String
    public let title: String
    public let body: String
    /// What iOS may stack it with.
    public let thread: String
    /// What it stands for on the screen: of several shown under one, only the last says how it stands.
    public let slot: String
    /// Named with its module: the runtime of Apple has one of that name.
    public let category: MarrowKit.Category
    public let urgency: Urgency
    /// Where a tap leads.
    public let link: String
    public let fireAtMs: Int64
    /// Empty: of no plan.
    public let fingerprint: String
    public let timing: Timing

    /// A reminder of the plan.
    public init(_ reminder: Reminder, nowMs: Int64) {
        self.init(
            id: reminder.id, title: reminder.title, body: reminder.body, thread: reminder.thread, slot: reminder.slot,
            category: reminder.category, urgency: Urgency(reminder.channel), link: reminder.link,
            fireAtMs: reminder.fireAtMs, fingerprint: reminder.fingerprint,
            timing: Timing(at: reminder.fireAtMs, nowMs: nowMs))
    }

    public init(
        id: String, title: String, body: String, thread: String, slot: String, category: MarrowKit.Category,
        urgency: Urgency, link: String, fireAtMs: Int64, fingerprint: String, timing: Timing
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.thread = thread
        self.slot = slot
        self.category = category
        self.urgency = urgency
        self.link = link
        self.fireAtMs = fireAtMs
        self.fingerprint = fingerprint
        self.timing = timing
    }

    /// The same at once. It is of no plan any more, so that it does not count as held.
    public func again() -> Ring {
        Ring(
            id: id, title: title, body: body, thread: thread, slot: slot, category: category, urgency: urgency,
            link: link, fireAtMs: fireAtMs, fingerprint: "", timing: .after(seconds: 1))
    }
}

/// How a notification comes: with a sound in either case.
public enum Urgency: Sendable {
    /// Also through a focus mode and a scheduled summary.
    case timeSensitive
    case active

    init(_ channel: Channel) {
        switch channel {
        case .critical, .due: self = .timeSensitive
        case .soon, .system, .running: self = .active
        }
    }
}

/// When iOS is to ring. Near ones count from the boot clock, which nobody can set; far ones stand at an instant of UTC,
/// so that neither a zone nor summer time moves them.
public enum Timing: Sendable, Equatable {
    case after(seconds: Double)
    case at(DateComponents)

    /// So far ahead a clock that is set is more likely than a timer that iOS loses.
    static let nearMs: Int64 = 3_600_000

    public init(at fireAtMs: Int64, nowMs: Int64) {
        let ahead = fireAtMs - nowMs
        guard ahead > Self.nearMs else {
            // iOS takes no trigger that lies in the past or now.
            self = .after(seconds: max(Double(ahead) / 1_000, 1))
            return
        }
        // Never early: the time in its components has no part of a second.
        let second = Double((fireAtMs + 999) / 1_000)
        self = .at(Self.utc.dateComponents(Self.parts, from: Date(timeIntervalSince1970: second)))
    }

    private static let parts: Set<Calendar.Component> = [
        .calendar, .timeZone, .year, .month, .day, .hour, .minute, .second,
    ]
    private static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
