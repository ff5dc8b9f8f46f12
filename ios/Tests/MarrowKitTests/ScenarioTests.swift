import Foundation
import MarrowKit
import Testing

/// `tests/vectors/scenario.json`: whole scenarios, played through the client, are seen half way and at the end as Rust
/// sees them: board, tasks, flags, the plan for iOS and the sheet, in both languages.
struct ScenarioTests {
    private struct Scenarios: Decodable {
        let caps: [String: JSON]
        let scenarios: [Played]
    }

    private struct Played: Decodable {
        let file: String
        let key: String
        let installation: String
        let fresh: UUID
        let steps: [Step]
        let looks: [Expected]
    }

    private struct Expected: Decodable {
        let after: String
        let clock: Step.Clock
        let en: [String: JSON]
        let es: [String: JSON]
    }

    @Test("Whole scenarios are seen as Rust sees them")
    func scenarios() async throws {
        let all = try Vectors.read("scenario.json", as: Scenarios.self)
        #expect(all.scenarios.count >= 2)
        let caps = try PlatformCaps(all.caps["ios"])
        for played in all.scenarios {
            try await play(played, caps)
        }
    }

    private func play(_ played: Played, _ caps: PlatformCaps) async throws {
        let player = try Player(first: try #require(played.steps.first))
        let client = try await player.open(
            Secrets(key: played.key, installation: played.installation, fresh: played.fresh))
        var cases: Set<CaseId> = []
        var seen = 0
        for step in played.steps {
            let (_, entry) = try await player.play(step, through: client)
            try #require(entry == step.entry, "\(played.file): \(step.name)")
            cases.insert(step.command.case)
            for expected in played.looks where expected.after == step.name {
                player.set(try expected.clock.sample())
                for (lang, wanted) in [(Lang.en, expected.en), (.es, expected.es)] {
                    try await client.speak(lang)
                    let found = try await look(client, cases, caps)
                    let place = "\(played.file) after \(step.name) in \(lang)"
                    #expect(found["board"] == wanted["board"], "\(place)")
                    #expect(found["cases"] == wanted["cases"], "\(place)")
                    #expect(found["plan"] == wanted["plans"]?["ios"], "\(place)")
                }
                try await client.speak(.en)
                seen += 1
            }
        }
        #expect(seen == played.looks.count && seen >= 2)
        #expect(try await client.verify().fault == nil)
        try client.close()
    }

    private func look(
        _ client: MarrowClient, _ cases: Set<CaseId>, _ caps: PlatformCaps
    ) async throws -> [String: JSON] {
        let board = try #require(await client.look?.board)
        var told: [String: JSON] = [:]
        for id in cases {
            let view = try await client.case(id)
            let sheet = try await client.document(.nursingSheet(unsynced: false), of: id)
            told[id.text] = .object([
                "phase": .text(view.header.phase.written), "tasks": .list(view.tasks.map(\.json)),
                "flags": .list(view.flags.map(\.json)), "entries": .whole(view.record.count),
                "sheet_sha256": .text(sha256(sheet.text)),
            ])
        }
        let plan = try await client.reminders(caps)
        return ["board": board.json, "cases": .object(told), "plan": plan.json]
    }

    @Test("The digest is that of FIPS 180-4")
    func digest() {
        #expect(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let long = String(repeating: "a", count: 1_000)
        #expect(sha256(long) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
    }
}

// MARK: Views as the vector file has them

extension BoardView {
    fileprivate var json: JSON {
        .object(["open": .list(open.map(\.json)), "closed": .list(closed.map { .text($0.case.text) })])
    }
}

extension BoardRow {
    fileprivate var json: JSON {
        .object([
            "case": .text(header.case.text), "alias": .text(header.alias), "phase": .text(header.phase.written),
            "phase_text": .text(header.phaseText), "device": .maybe(header.device), "place": .maybe(header.place),
            "limit_at_ms": header.limit.map { .whole($0.atMs) } ?? .null, "next": next?.json ?? .null,
            "waiting": .whole(waiting), "flag": flag?.json ?? .null, "flags": .whole(flags),
        ])
    }
}

extension TaskView {
    fileprivate var json: JSON {
        .object([
            "step": .text(step), "title": .text(title), "status": .text(status.written),
            "status_text": .text(statusText), "due_at_ms": .whole(dueAtMs),
        ])
    }
}

extension FlagView {
    fileprivate var json: JSON {
        .object([
            "rule": .text(rule), "severity": .text(severity.written), "title": .text(title), "text": .text(text),
        ])
    }
}

extension ReminderPlan {
    fileprivate var json: JSON {
        let all = reminders.map { reminder in
            JSON.object([
                "id": .text(reminder.id), "fire_at_ms": .whole(reminder.fireAtMs),
                "fingerprint": .text(reminder.fingerprint),
            ])
        }
        return .object(["revision": .text(revision), "left_out": .whole(leftOut), "reminders": .list(all)])
    }
}

extension PlatformCaps {
    fileprivate init(_ json: JSON?) throws {
        guard case .object(let values) = json else { throw Misfit("no caps") }
        let f = Fields(values, made: [:])
        func need<T: Written>(_ field: String) throws -> T {
            guard let value: T = try f(field) else { throw Misfit("no \(field)") }
            return value
        }
        self.init(
            os: try need("os"), maxPending: try need("max_pending"), exact: try need("exact"),
            timeSensitive: try need("time_sensitive"), critical: try need("critical"),
            alarmKit: try need("alarm_kit"), fullScreen: try need("full_screen"))
        try f.allAsked()
    }
}

extension UUID {
    fileprivate var text: String { uuidString.lowercased() }
}

extension JSON {
    fileprivate static func maybe(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
    fileprivate static func whole(_ number: some BinaryInteger) -> JSON { .number(Decimal(Int(number))) }

    fileprivate subscript(_ key: String) -> JSON? {
        if case .object(let values) = self { values[key] } else { nil }
    }
}

extension CasePhase: ListedWord {}
extension Os: ListedWord {}
extension Severity: ListedWord {}
extension Status: ListedWord {}
