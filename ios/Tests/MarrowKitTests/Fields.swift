import Foundation
import MarrowKit

/// A value of a vector file. Numbers are exact decimals.
enum JSON: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Decimal)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Decimal.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }
}

/// A vector that this side can't make a form of.
struct Misfit: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The fields of a command in a vector file. What nobody asks for is a misfit, never left out.
final class Fields {
    private let values: [String: JSON]
    private let made: [String: EntryId]
    private var asked: Set<String> = []

    /// `made` has the ids of the entries of earlier steps, by the steps' names.
    init(_ values: [String: JSON], made: [String: EntryId]) {
        self.values = values
        self.made = made
    }

    func callAsFunction<T: Written>(_ field: String) throws -> T? {
        asked.insert(field)
        guard let value = values[field], value != .null else { return nil }
        if case .object(let reference) = value, reference.count == 1, case .text(let step) = reference["entry_of"] {
            guard let id = made[step] else { throw Misfit("no step \(step) before this one") }
            return try T.read(.text(id), field)
        }
        return try T.read(value, field)
    }

    func allAsked() throws {
        let left = Set(values.keys).subtracting(asked)
        guard left.isEmpty else { throw Misfit("no place for \(left.sorted())") }
    }
}

/// A type that a field of a form can have.
protocol Written {
    static func read(_ value: JSON, _ field: String) throws -> Self
}

private func misfit(_ value: JSON, _ field: String) -> Misfit { Misfit("\(field) cannot be \(value)") }

extension Bool: Written {
    static func read(_ value: JSON, _ field: String) throws -> Bool {
        guard case .bool(let bool) = value else { throw misfit(value, field) }
        return bool
    }
}

extension String: Written {
    static func read(_ value: JSON, _ field: String) throws -> String {
        guard case .text(let text) = value else { throw misfit(value, field) }
        return text
    }
}

extension Decimal: Written {
    static func read(_ value: JSON, _ field: String) throws -> Decimal {
        guard case .number(let number) = value else { throw misfit(value, field) }
        return number
    }
}

extension UInt32: Written {
    static func read(_ value: JSON, _ field: String) throws -> UInt32 {
        guard case .number(let number) = value, let whole = UInt32(number.description)
        else { throw misfit(value, field) }
        return whole
    }
}

extension UUID: Written {
    static func read(_ value: JSON, _ field: String) throws -> UUID {
        guard case .text(let text) = value, let id = UUID(uuidString: text) else { throw misfit(value, field) }
        return id
    }
}

extension Array: Written where Element: Written {
    static func read(_ value: JSON, _ field: String) throws -> [Element] {
        guard case .list(let items) = value else { throw misfit(value, field) }
        return try items.map { try Element.read($0, field) }
    }
}

extension Day: Written {
    static func read(_ value: JSON, _ field: String) throws -> Day {
        guard case .text(let text) = value else { throw misfit(value, field) }
        let parts = text.split(separator: "-")
        guard parts.count == 3, let year = Int32(parts[0]), let month = UInt32(parts[1]), let day = UInt32(parts[2])
        else { throw misfit(value, field) }
        return Day(year: year, month: month, day: day)
    }
}

extension Pain: Written {
    static func read(_ value: JSON, _ field: String) throws -> Pain {
        switch value {
        case .text("not-assessable"): return .notAssessable
        case .number(let score):
            guard let score = UInt8(score.description) else { throw misfit(value, field) }
            return .score(score: score)
        default: throw misfit(value, field)
        }
    }
}

/// A word of a closed list. The record writes `stands-firm` for `standsFirm`; scenarios also as people do, with blanks.
protocol ListedWord: Written, CaseIterable {}

extension ListedWord {
    static func read(_ value: JSON, _ field: String) throws -> Self {
        guard case .text(let text) = value else { throw misfit(value, field) }
        let word = text.replacingOccurrences(of: " ", with: "-")
        guard let found = allCases.first(where: { $0.written == word }) else { throw misfit(value, field) }
        return found
    }

    var written: String {
        if let band = self as? AgeBand { return band == .over12 ? "12-or-over" : "under-12" }
        return "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

extension AgeBand: ListedWord {}
extension Bleeding: ListedWord {}
extension BleedingColour: ListedWord {}
extension CheckContext: ListedWord {}
extension Confirmation: ListedWord {}
extension Consciousness: ListedWord {}
extension DevicePlace: ListedWord {}
extension Dressing: ListedWord {}
extension EndReason: ListedWord {}
extension EntryKind: ListedWord {}
extension Flow: ListedWord {}
extension FlushFinding: ListedWord {}
extension Function: ListedWord {}
extension Inflammation: ListedWord {}
extension LimbColour: ListedWord {}
extension LimbTemperature: ListedWord {}
extension LinkBasis: ListedWord {}
extension Precision: ListedWord {}
extension ProductClass: ListedWord {}
extension Pulse: ListedWord {}
extension ReviewOutcome: ListedWord {}
extension Sex: ListedWord {}
extension Side: ListedWord {}
extension Site: ListedWord {}
extension SkipReason: ListedWord {}
extension VenousKind: ListedWord {}
