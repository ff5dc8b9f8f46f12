import Foundation
import MarrowKit
import Testing

struct TimesTests {
    private static let madrid = TimeZone(identifier: "Europe/Madrid")!
    private let now = ms(2026, 3, 29, 3, 12)

    private static func ms(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = madrid
        let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
        return Int64(calendar.date(from: parts)!.timeIntervalSince1970 * 1000)
    }

    private func times(_ lang: Lang) -> Times { Times(words: Words(lang), now: Now(ms: now, zone: Self.madrid)) }

    @Test("The hour is absolute, of 24, and another day carries its date")
    func absolute() {
        let es = times(.es)
        #expect(es.hourOrDate(Self.ms(2026, 3, 29, 3, 5)) == "03:05")
        #expect(es.hourOrDate(Self.ms(2026, 3, 28, 23, 59)) == "28 mar 23:59")
        #expect(times(.en).hourOrDate(Self.ms(2025, 12, 31, 0, 0)) == "31 Dec 2025 00:00")
        #expect(times(.en).date(Self.ms(2026, 3, 12, 9, 0)) == "12 Mar 2026")
    }

    @Test("An hour that the clocks skipped is not counted")
    func skipped() {
        // At 02:00 that night it became 03:00: from 01:30 to 03:12 are 42 minutes, and 01:30 is still called 01:30.
        let before = Self.ms(2026, 3, 29, 1, 30)
        #expect(times(.en).hour(before) == "01:30")
        #expect(times(.en).relative(before) == "42 min ago")
    }

    @Test("Lengths are whole minutes that have passed")
    func lengths() {
        let en = times(.en)
        #expect(en.span(59_999) == "0 min")
        #expect(en.span(9 * Times.hour + 54 * Times.minute + 59_000) == "9 h 54 min")
        #expect(en.span(26 * Times.hour + 5 * Times.minute) == "26 h 05 min")
        #expect(en.relative(now - 59_999) == "now")
        #expect(en.relative(now + 18 * Times.minute) == "in 18 min")
        #expect(times(.es).relative(now - Times.hour) == "hace 1 h")
    }

    @Test("A countdown ends at nought and not before")
    func countdown() {
        let en = times(.en)
        #expect([300_000, 222_000, 1, 0, -5_000].map(en.countdown) == ["5:00", "3:42", "0:01", "0:00", "0:00"])
    }

    @Test("Another time is reached by steps, and never gets past now")
    func moments() {
        let en = times(.en)
        #expect(Moments.moved(nil, byMinutes: -10, en) == now - 10 * Times.minute)
        #expect(Moments.moved(now - 10 * Times.minute, byMinutes: 1, en) == now - 9 * Times.minute)
        #expect(Moments.moved(now - Times.minute, byMinutes: 1, en) == nil)
        #expect(Moments.moved(nil, byMinutes: 60, en) == nil)
    }
}

struct TypingTests {
    @Test("Both a point and a comma are one, and what is no number is none")
    func numbers() {
        #expect(Typing.number("2,5") == Decimal(string: "2.5") && Typing.number(" 2.5 ") == Decimal(string: "2.5"))
        #expect(["", "2.", "two", "1e5", "2,5,5", "0x10"].allSatisfy { Typing.number($0) == nil })
        #expect(Typing.written(2.5, unit: "ml", .es) == "2,5 ml" && Typing.written(2, unit: nil, .en) == "2")
    }

    @Test("A day that is not in the calendar is none")
    func days() {
        #expect(Typing.day("2024-02-29") == Day(year: 2024, month: 2, day: 29))
        #expect(
            ["2023-02-29", "2024-13-01", "24-02-29", "29-02-2024", "tomorrow"].allSatisfy { Typing.day($0) == nil })
        #expect(Typing.written(Day(year: 2024, month: 2, day: 9)) == "2024-02-09")
    }

    @Test("A number is stepped within its bounds")
    func steps() {
        let field = FieldText(
            field: "ml", label: "", required: false, min: 0.1, max: 1,
            answer: .number(unit: nil, step: 0.5, decimals: 1), atHand: [])
        #expect(Typing.stepped(nil, by: 1, field) == Decimal(string: "0.6"))
        #expect(Typing.stepped(0.8, by: 1, field) == 1 && Typing.stepped(0.3, by: -1, field) == Decimal(string: "0.1"))
    }

    @Test("Words with commas between them")
    func list() {
        #expect(Typing.list(" latex, penicillin ,, ") == ["latex", "penicillin"])
    }
}
