import Foundation

/// A reminder that a person asks for, to hear whether it comes; it is of no plan, and as loud as the loudest.
enum TestReminder {
    static let id = "test"
    static let loudId = UUID(uuid: (0x74, 0x65, 0x73, 0x74, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0))

    /// Time to lock the phone.
    static let afterMs: Int64 = 15_000

    static func ring(_ words: Words, nowMs: Int64) -> Ring {
        let at = nowMs + afterMs
        return Ring(
            id: id, title: words.remindersTestTitle, body: words.remindersTestBody, thread: id, slot: id,
            category: .open, urgency: .timeSensitive, link: "marrow://board", fireAtMs: at, fingerprint: "",
            timing: Timing(at: at, nowMs: nowMs))
    }

    static func loud(_ words: Words, nowMs: Int64) -> Loud {
        Loud(id: loudId, atMs: nowMs + afterMs, title: words.remindersTestTitle, stop: words.commonClose)
    }
}
