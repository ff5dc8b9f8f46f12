import Foundation
import MarrowKit
import Testing

/// What she does on a form and reads of a case.
extension Shift {
    /// An answer in the form on the screen, by its field: its group is opened first where it is closed, and what is not
    /// asked cannot be answered.
    func say(_ name: String, _ value: some Sendable & Hashable) async throws {
        let state = try form
        let asks = { (asked: AskedField) in asked.field == name || asked.other == name }
        let group = try #require(state.groups.first { $0.fields.contains(where: asks) }, "\(name) is not asked")
        let asked = try #require(group.fields.first(where: asks))
        if group != state.groups.first, !state.isOpen(group) { try await tap(.turn(group: group.title)) }
        try #require(try group == state.groups.first || form.isOpen(group), "\(name) is in a closed group")
        try #require(state.applies(group, asked.field), "\(name) is not asked")
        let field = try #require(state.field(name))
        let choice = state.choices(field).first { AnyHashable($0.value) == AnyHashable(value) }
        try await tap(.press(field: name, try #require(choice, "\(value) is not at hand for \(name)")))
    }

    func write(_ name: String, _ text: String) async throws {
        try on(\.asForm).send(.type(field: name, .words(text)))
        await settle()
    }

    /// Saves, and it is on record: she is back at the case or at a flag of it.
    func save() async throws {
        try await tap(FormEvent.save)
        if case .form = flow.place { Issue.record("not saved: \(String(describing: try form.refusal))") }
    }

    /// All that is chosen in the form on the screen, in groups that are closed too.
    var chosen: [String] {
        get throws {
            let state = try form
            return state.kind.fields.flatMap { field in
                state.choices(field).filter { state.isChosen($0, field.field) }.map { "\(field.field): \($0.text)" }
            } + state.answers.fields.subtracting(state.given)
        }
    }

    /// What is due by that step's name, as the case has it.
    func task(_ step: String) -> TaskView? { flow.look?.shown?.tasks.first { $0.step == step } }

    /// The newest entry of a kind.
    func newest(_ kind: EntryKind) -> EntryView? { flow.look?.shown?.record.last { $0.kind == kind } }

    /// The kind's own name in the core's words.
    func title(_ kind: EntryKind) -> String { flow.catalogue?.kinds.first { $0.kind == kind }?.title ?? "" }

    /// A vein is on record, by way of the list of all that can be.
    func gotVein() async throws {
        try await tap(CaseEvent.actions(true))
        #expect(try theCase.groups.flatMap(\.actions).contains(.vein))
        try await tap(CaseEvent.record(.vein))
        try await say("kind", VenousKind.peripheral)
        try await save()
        _ = try theCase
    }
}
