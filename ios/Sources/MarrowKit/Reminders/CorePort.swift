/// What the reminders need of the app: its one open core, and who acts where nobody has opened it.
public protocol CorePort: Sendable {
    /// The open core, in the language of now. Throws `NotUnlockedYet` before the phone's first unlock, and whatever keeps
    /// it from being opened.
    func client() async throws -> MarrowClient
    /// Who says "later" and acknowledges on this phone.
    func actor() async -> Actor
}

/// Nobody has unlocked the phone since it started: nothing that it keeps can be read, and nothing is opened. What iOS
/// holds stays as it is.
public struct NotUnlockedYet: Error {
    public init() {}
}

/// What the phone itself says about itself.
public protocol PhonePort: Sendable {
    /// iOS runs the app now and then without a person.
    var backgroundRefresh: BackgroundRefresh { get async }
    var lowPower: Bool { get async }
    var storageLow: Bool { get async }
}

public enum BackgroundRefresh: Sendable {
    case on, off
    /// Off by whoever manages the phone: nobody who holds it can switch it on.
    case withheld
}

/// Cannot be said in one tap: it wants a form, or a reason for coming late.
struct NeedsTheApp: Error {}

/// Records what a button of a notification says; whether that may be is the core's to say.
struct Recorder {
    let client: MarrowClient
    let actor: Actor

    func record(_ act: Act, _ member: Asked.Member) async throws {
        switch act {
        case .open: return
        case .later: try await dispatch(.snooze(form: SnoozeForm(step: member.step)), member)
        case .acknowledge: try await dispatch(.acknowledge(form: AcknowledgeForm(step: member.step)), member)
        case .done: try await done(member)
        }
    }

    private func done(_ member: Asked.Member) async throws {
        let task = try await client.case(member.id).tasks.first { $0.step == member.step }
        guard let kind = task?.oneTap, let form = Form(kind, [:]) else { throw NeedsTheApp() }
        guard try await client.preview(command(form, member)).asks.isEmpty else { throw NeedsTheApp() }
        try await dispatch(form, member)
    }

    private func dispatch(_ form: Form, _ member: Asked.Member) async throws {
        try await client.dispatch(command(form, member))
    }

    private func command(_ form: Form, _ member: Asked.Member) -> Command {
        Command(case: member.id, form: form, precision: .exact, actor: actor)
    }
}
