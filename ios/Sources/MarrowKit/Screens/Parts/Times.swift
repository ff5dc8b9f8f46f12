import Foundation

/// Now, and where: what a screen is drawn at.
public struct Now: Hashable, Sendable {
    public let ms: Int64
    public let zone: TimeZone

    public init(ms: Int64, zone: TimeZone) {
        self.ms = ms
        self.zone = zone
    }
}

/// Times in words: `14:00`, `12 Mar 2026`, `9 h 54 min`, `12 min ago`. Absolute times come first on every screen; these
/// here are what stands below them.
public struct Times: Sendable {
    public static let minute: Int64 = 60_000
    public static let hour: Int64 = 60 * minute

    public let words: Words
    public let now: Now
    private let calendar: Calendar

    public init(words: Words, now: Now) {
        self.words = words
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = now.zone
        self.calendar = calendar
    }

    public var nowMs: Int64 { now.ms }

    /// `14:05`.
    public func hour(_ ms: Int64) -> String {
        let day = day(ms)
        return two(Int64(day.hour ?? 0)) + ":" + two(Int64(day.minute ?? 0))
    }

    /// `12 Mar 2026`.
    public func date(_ ms: Int64) -> String {
        let day = day(ms)
        return "\(short(day)) \(day.year ?? 0)"
    }

    /// `12 Mar 14:05`, with the year where it is not this one.
    public func dateAndHour(_ ms: Int64) -> String {
        let day = day(ms)
        let written = day.year == self.day(nowMs).year ? short(day) : date(ms)
        return "\(written) \(hour(ms))"
    }

    /// `14:05` today, `12 Mar 14:05` on any other day.
    public func hourOrDate(_ ms: Int64) -> String {
        isToday(ms) ? hour(ms) : dateAndHour(ms)
    }

    public func isToday(_ ms: Int64) -> Bool {
        let (day, today) = (day(ms), day(nowMs))
        return day.year == today.year && day.month == today.month && day.day == today.day
    }

    /// `in 18 min`, `12 min ago`, `now`.
    public func relative(_ ms: Int64) -> String {
        let apart = ms - nowMs
        if abs(apart) < Self.minute { return words.timeNow }
        return apart > 0 ? words.timeIn(span(apart)) : words.timeAgo(span(-apart))
    }

    /// `54 min`, `9 h`, `9 h 54 min`: whole minutes that have passed.
    public func span(_ ms: Int64) -> String {
        let (hours, minutes) = parts(ms)
        if hours == 0 { return words.timeMinutes("\(minutes)") }
        return minutes == 0 ? words.timeHour("\(hours)") : words.timeHours("\(hours)", two(minutes))
    }

    /// Hours and whole minutes of a length.
    public func parts(_ ms: Int64) -> (hours: Int64, minutes: Int64) {
        (ms / Self.hour, ms / Self.minute % 60)
    }

    /// `3:42`: minutes and seconds of a countdown; a second that has begun counts whole.
    public func countdown(_ ms: Int64) -> String {
        let seconds = (max(ms, 0) + 999) / 1000
        return "\(seconds / 60):\(two(seconds % 60))"
    }

    private func short(_ day: DateComponents) -> String {
        let months = words.timeMonths.split(separator: " ")
        return "\(day.day ?? 0) \(months[(day.month ?? 1) - 1])"
    }

    private func day(_ ms: Int64) -> DateComponents {
        let date = Date(timeIntervalSince1970: Double(ms) / 1000)
        return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    }

    private func two(_ n: Int64) -> String {
        n < 10 ? "0\(n)" : "\(n)"
    }
}

extension Times: Equatable {
    public static func == (one: Times, other: Times) -> Bool {
        one.words.lang == other.words.lang && one.now == other.now
    }
}
