import Foundation

/// What iOS was asked to hold, and for what: the case and the step that a button of a notification acts on. It names
/// steps, so that it lies where only an unlocked phone can read it, and in no notification.
public final class Asked: Sendable {
    struct Entry: Codable, Equatable, Sendable {
        var slot: String
        var fireAtMs: Int64
        var members: [Member]
        /// It was delivered, or shown late, and the core was told.
        var told = false
        /// Somebody has dealt with the notification: opened it, pressed a button, taken it away.
        var seen = false
    }

    struct Member: Codable, Equatable, Sendable {
        var id: UUID
        var step: String
        var dueAtMs: Int64
        var rung: Int32

        init(_ member: ReminderMember) {
            (id, step, dueAtMs, rung) = (member.case, member.step, member.dueAtMs, member.rung)
        }
    }

    private let kept: KeptFile<[String: Entry]>

    public init(in folder: URL) {
        kept = KeptFile("asked", in: folder, empty: [:])
    }

    var all: [String: Entry] { kept.value }

    subscript(id: String) -> Entry? { kept.value[id] }

    func put(_ reminder: Reminder) {
        let entry = Entry(slot: reminder.slot, fireAtMs: reminder.fireAtMs, members: reminder.members.map(Member.init))
        kept.change { $0[reminder.id] = entry }
    }

    func tell(_ id: String) { kept.change { $0[id]?.told = true } }
    func see(_ id: String) { kept.change { $0[id]?.seen = true } }
    func forget(_ ids: some Sequence<String>) { kept.change { known in ids.forEach { known[$0] = nil } } }
}
