import Foundation
import Testing

@testable import MarrowKit

@Suite
struct RingTests {
    /// So far ahead, and within how many seconds; none: at an instant.
    static let timings: [(Int64, Double?)] = [
        (-5_000, 1), (0, 1), (400, 1), (1_500, 1.5), (3_600_000, 3_600), (3_600_001, nil), (86_400_000, nil),
    ]

    @Test(
        "Within the hour it counts from the boot clock, beyond it stands at an instant of UTC; never early, never past",
        arguments: timings)
    func timing(ahead: Int64, within: Double?) {
        let now: Int64 = 1_772_611_200_123
        switch Timing(at: now + ahead, nowMs: now) {
        case .after(let seconds): #expect(seconds == within)
        case .at(let components):
            #expect(within == nil)
            #expect(components.timeZone == .gmt && components.calendar?.identifier == .gregorian)
            #expect(components.date.map { $0.unixMs >= now + ahead && $0.unixMs < now + ahead + 1_000 } == true)
        }
    }

    @Test("Neither a zone nor the end of summer time moves what iOS is asked for")
    func summerTime() {
        // Madrid, 25 October 2026: three o'clock comes twice. 23:00 UTC the day before and 01:30 UTC of the day.
        let before: Int64 = 1_792_882_800_000
        let twice = before + 150 * 60_000
        guard case .at(let components) = Timing(at: twice, nowMs: before) else {
            Issue.record("it is hours ahead")
            return
        }
        #expect(components.hour == 1 && components.minute == 30 && components.day == 25 && components.month == 10)
        #expect(components.date?.unixMs == twice)
    }

    @Test("A reminder's name is as many bits as a UUID; nothing else becomes one")
    func names() {
        let hex = "0123456789abcdef0123456789abcdef"
        #expect(UUID(ofReminder: "v1:\(hex)")?.uuidString.lowercased() == "01234567-89ab-cdef-0123-456789abcdef")
        #expect(UUID(ofReminder: "v1:sentinel") == nil && UUID(ofReminder: hex) == nil)
        #expect(UUID(ofReminder: "v1:\(hex)0") == nil && UUID(ofReminder: "v1:\(hex.replacing("f", with: "g"))") == nil)
    }

    @Test("Each category of the core's has its own name and back, and only what records asks who is there")
    func categories() {
        let all = MarrowKit.Category.all
        #expect(Set(all.map(\.name)).count == all.count && all.allSatisfy { Category(name: $0.name) == $0 })
        #expect(Category(name: "open") == nil)
        #expect(all.allSatisfy { $0.acts.first == .open && $0.acts.count == Set($0.acts).count })
        #expect(MarrowKit.Act.allCases.filter(\.needsAuthentication) == [.done, .acknowledge])
        #expect(MarrowKit.Act.allCases.filter(\.opensTheApp) == [.open])
        // As its name in the core says, part by part.
        for category in all {
            let name = "\(category)".lowercased()
            #expect(name.contains("later") == category.acts.contains(.later))
            #expect(name.contains("done") == category.acts.contains(.done))
            #expect(name.contains("ack") == category.acts.contains(.acknowledge))
        }
        for lang in [Lang.en, .es] {
            let words = ActionWords(lang)
            #expect(Set(MarrowKit.Act.allCases.map(words.title)).count == 4)
        }
        #expect(ActionWords(.en).title(.done) != ActionWords(.es).title(.done))
    }

    @Test("What must not be missed and what is due pass a focus; the rest does not")
    func urgency() {
        #expect(Urgency(.critical) == .timeSensitive && Urgency(.due) == .timeSensitive)
        #expect(Urgency(.soon) == .active && Urgency(.system) == .active && Urgency(.running) == .active)
    }
}
