/// How the reminders of this phone stand, as the shell found it.
public struct RemindersState: Equatable, Sendable {
    public var times: Times
    public var health: Health
    /// The board of the same moment: which bed a planned reminder is for.
    public var board: BoardView?
    /// A test reminder was asked for, for this time.
    public var testAtMs: Int64?
}

/// How the reminders of a phone stand.
public struct Health: Equatable, Sendable {
    public var conditions: [Condition]
    /// None: the record could not be asked.
    public var plan: ReminderPlan?
    /// Half of the reminders came within, and 95 in 100; none: too few came to say.
    public var lateness: Lateness?

    public init(conditions: [Condition], plan: ReminderPlan?, lateness: Lateness? = nil) {
        self.conditions = conditions
        self.plan = plan
        self.lateness = lateness
    }

    public var canFail: Bool { conditions.contains(where: \.fails) }
}

/// One thing that a phone needs for reminders to come.
public struct Condition: Hashable, Sendable {
    public let need: Need
    /// None: this phone does not tell.
    public let held: Bool?
    /// How it stands, where there is more to say than yes or no.
    public let value: String?
    /// Where it is set on this phone, as this phone calls it.
    public let path: String?
    /// Whoever holds the phone can set it.
    public let canBeSet: Bool

    public init(_ need: Need, held: Bool?, value: String? = nil, path: String? = nil, canBeSet: Bool = true) {
        self.need = need
        self.held = held
        self.value = value
        self.path = path
        self.canBeSet = canBeSet
    }

    /// A reminder may fail by it. Low Power Mode only holds back what is planned anew: what iOS holds already rings.
    public var fails: Bool { held == false && canBeSet && need != .lowPower }
}

/// What iOS lets a person switch off, or grants an app.
public enum Need: Hashable, Sendable, CaseIterable {
    case notifications
    /// They are heard.
    case sounds
    /// They pass a Focus.
    case timeSensitive
    /// They are not held back for a summary.
    case atOnce
    /// Timers of the system itself, which sound on a silenced phone.
    case systemTimers
    case backgroundRefresh
    case lowPower
}

public enum RemindersEvent: Hashable, Sendable {
    case back
    case fix(Need)
    case test
}

extension RemindersState {
    /// A planned reminder in a line: on this page, behind the lock, the bed may stand.
    public var planned: [(atMs: Int64, text: String)] {
        (health.plan?.reminders ?? []).map { reminder in
            var beds: [String] = []
            for member in reminder.members {
                let alias = board?.open.first { $0.header.case == member.case }?.header.alias
                if let alias, !beds.contains(alias) { beds.append(alias) }
            }
            return (reminder.fireAtMs, (beds + [reminder.title]).joined(separator: " · "))
        }
    }

    /// What fails first, then what holds.
    public var conditions: [Condition] {
        health.conditions.filter(\.fails) + health.conditions.filter { !$0.fails }
    }
}
