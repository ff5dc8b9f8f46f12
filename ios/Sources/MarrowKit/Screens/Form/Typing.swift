import Foundation

/// From what is typed to an answer, and back.
public enum Typing {
    /// Both a point and a comma are one.
    public static func number(_ typed: String) -> Decimal? {
        let text = typed.trimmingCharacters(in: .whitespaces).replacing(",", with: ".")
        guard text.wholeMatch(of: /-?\d+(\.\d+)?/) != nil else { return nil }
        return Decimal(string: text)
    }

    /// `2.5 ml`, `2,5 ml`.
    public static func written(_ number: Decimal, unit: String?, _ lang: Lang) -> String {
        let digits = lang == .es ? "\(number)".replacing(".", with: ",") : "\(number)"
        return [digits, unit].compactMap(\.self).joined(separator: " ")
    }

    /// Year-month-day, of the calendar.
    public static func day(_ typed: String) -> Day? {
        guard let match = typed.trimmingCharacters(in: .whitespaces).wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return nil }
        let calendar = Calendar(identifier: .gregorian)
        let parts = DateComponents(calendar: calendar, year: year, month: month, day: day)
        guard parts.isValidDate(in: calendar) else { return nil }
        return Day(year: Int32(year), month: UInt32(month), day: UInt32(day))
    }

    public static func written(_ day: Day) -> String {
        "\(padded(day.year, to: 4))-\(padded(day.month, to: 2))-\(padded(day.day, to: 2))"
    }

    /// Words with commas between them.
    public static func list(_ typed: String) -> [String] {
        typed.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// A number that was stepped up or down by as much as its field says, within its bounds.
    public static func stepped(_ now: Decimal?, by sign: Int, _ field: FieldText) -> Decimal? {
        guard case .number(_, let step, let decimals) = field.answer else { return nil }
        let raw = (now ?? field.min ?? 0) + step * Decimal(sign)
        let rounded = round(raw, Int(decimals))
        return min(max(rounded, field.min ?? rounded), field.max ?? rounded)
    }

    private static func round(_ number: Decimal, _ decimals: Int) -> Decimal {
        var (number, rounded) = (number, Decimal())
        NSDecimalRound(&rounded, &number, decimals, .plain)
        return rounded
    }

    private static func padded(_ number: some BinaryInteger, to digits: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
