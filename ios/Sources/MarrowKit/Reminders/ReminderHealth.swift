/// Whether this phone will ring: what iOS allows now, and what the last pass came to.
public struct ReminderHealth: Sendable, Equatable {
    public var settings: CentreSettings
    /// None: this phone's clock is not for apps.
    public var loudAllowed: Bool?
    /// Withheld, it is said and fails nothing: a warning that nobody at the bed can put an end to would be passed over
    /// with the next one. What iOS holds rings, and the last of it says that the app is to be opened.
    public var backgroundRefresh: BackgroundRefresh
    /// For a while nothing is planned anew, because iOS then refreshes no app. What it holds rings all the same: nothing
    /// fails by it, and the page says that it is on.
    public var lowPower: Bool
    public var notes: PassNotes

    /// What can make a reminder fail; empty where nothing can.
    public var failing: Set<Failing> {
        var failing: Set<Failing> = []
        if !settings.allowed || !settings.shown { failing.insert(.notifications) }
        if settings.allowed && !settings.sounds { failing.insert(.sounds) }
        if settings.allowed && !settings.timeSensitive { failing.insert(.timeSensitive) }
        if settings.allowed && settings.summary && !settings.timeSensitive { failing.insert(.summary) }
        if loudAllowed == false || notes.notLoud > 0 { failing.insert(.loud) }
        if backgroundRefresh == .off && !lowPower { failing.insert(.background) }
        if notes.refused > 0 { failing.insert(.refused) }
        if notes.closed != nil { failing.insert(.closed) }
        return failing
    }

    public var canFail: Bool { !failing.isEmpty }

    /// A critical reminder is heard on a phone that is on silent.
    private var criticalIsHeard: Bool { loudAllowed == true && notes.notLoud == 0 }

    public var caps: PlatformCaps {
        PlatformCaps(
            os: .ios, maxPending: ReminderCentre.maxPending, exact: true, timeSensitive: settings.timeSensitive,
            critical: criticalIsHeard, alarmKit: loudAllowed == true, fullScreen: loudAllowed == true)
    }
}

/// A reason why a reminder may not come, or come late, or not be heard.
public enum Failing: Sendable {
    case notifications, sounds, timeSensitive, summary
    /// The phone's own clock may not, or does not, ring: a critical reminder is not heard on a silenced phone. One that
    /// has no such clock for apps fails nothing that it could hold.
    case loud
    /// No code of ours runs but when a person opens the app: what is planned ends with the last that iOS holds.
    case background
    /// iOS did not take, or did not keep, what it was asked for.
    case refused
    /// The record cannot be opened: what was planned before still rings, and nothing newer.
    case closed
}

/// What the last pass came to: times and words of code, no health data.
public struct PassNotes: Codable, Sendable, Equatable {
    /// When iOS was last brought to the plan, Unix ms.
    public var reconciledMs: Int64?
    /// Up to then each task rings when it falls due, by the last plan; Unix ms.
    public var coverageUntilMs: Int64?
    /// How many reminders of the plan iOS does not hold.
    public var refused = 0
    /// How many of the loudest the phone's clock does not hold; their notifications are there.
    public var notLoud = 0
    /// Why the core could not be asked: the error's kind alone, because what it says may be about a patient.
    public var closed: String?
    /// Why the last button of a notification recorded nothing; none where it did.
    public var notRecorded: String?

    public init() {}

    /// An error by its kind alone: what a case carries may have been typed by a person.
    static func kind(_ error: any Error) -> String {
        error is MarrowError
            ? String("\(error)".prefix { $0.isLetter }) : String(describing: type(of: error))
    }
}
