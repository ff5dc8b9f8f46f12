import Foundation
import Testing

@testable import MarrowKit

/// A nurse at work: the models of all screens on a phone with the real core, and the clock in her hand.
@MainActor
final class Shift {
    let lang: Lang
    let ward: WardPhone
    let host: FakeHost
    let flow: MarrowFlow
    let stories: Stories
    /// How often she touched the screen, but for typing.
    private(set) var taps = 0

    private init(_ lang: Lang) async throws {
        self.lang = lang
        ward = try WardPhone()
        let client = try await ward.open(lang)
        host = FakeHost(ward, client)
        flow = MarrowFlow(client: client, host: host, lang: lang)
        stories = Stories(lang: lang)
    }

    /// What was recorded before is there when she begins.
    static func begin(_ lang: Lang, _ before: (Stories) -> [Act] = { _ in [] }) async throws -> Shift {
        let shift = try await Shift(lang)
        for act in before(shift.stories).sorted(by: { $0.minute < $1.minute }) {
            shift.ward.at(act.minute)
            try await shift.client.dispatch(act.command)
        }
        shift.ward.at(0)
        shift.flow.begin()
        try await shift.at(0)
        return shift
    }

    var words: Words { flow.times.words }
    /// Another one once the store was opened anew.
    var client: MarrowClient { flow.client }

    /// Time passes: the clock shows that minute, and the screens have seen it.
    func at(_ minute: Int64, second: Int64 = 0) async throws {
        ward.at(minute, second: second)
        flow.tick()
        await settle()
        try await client.refresh()
        await settle()
        try #require(flow.look?.board.nowMs == ward.nowMs || second != 0)
    }

    /// What a colleague records on this phone meanwhile.
    func meanwhile(_ acts: [Act]) async throws {
        for act in acts { try await client.dispatch(act.command) }
        await settle()
    }

    /// What was set going is done.
    func settle() async {
        repeat { try? await Task.sleep(for: .milliseconds(1)) } while flow.underWay > 0
        let newest = await client.look
        while let newest, flow.look?.number ?? 0 < newest.number { try? await Task.sleep(for: .milliseconds(1)) }
        while flow.underWay > 0 { try? await Task.sleep(for: .milliseconds(1)) }
    }

    private func tapped(_ send: () -> Void) async {
        taps += 1
        send()
        await settle()
    }

    /// To the case of that id, from the board.
    func open(_ id: CaseId) async throws {
        await tap(.open(id))
        try #require(flow.place == .case(id))
    }
}

/// Each screen in her hands: the one on top, which is what she thinks it is.
extension Shift {
    func tap(_ event: BoardEvent) async {
        await tapped { flow.board?.send(event) }
    }

    func tap(_ event: CaseEvent) async throws { try await tapped(on(\.asCase).send, event) }
    func tap(_ event: FormEvent) async throws { try await tapped(on(\.asForm).send, event) }
    func tap(_ event: NewIoEvent) async throws { try await tapped(on(\.asNewIo).send, event) }
    func tap(_ event: RemovalEvent) async throws { try await tapped(on(\.asRemoval).send, event) }
    func tap(_ event: RedFlagEvent) async throws { try await tapped(on(\.asFlag).send, event) }
    func tap(_ event: RecordEvent) async throws { try await tapped(on(\.asRecord).send, event) }
    func tap(_ event: SheetEvent) async throws { try await tapped(on(\.asSheet).send, event) }
    func tap(_ event: SettingsEvent) async throws { try await tapped(on(\.asSettings).send, event) }
    func tap(_ event: PolicyEvent) async throws { try await tapped(on(\.asPolicy).send, event) }
    func tap(_ event: RemindersEvent) async throws { try await tapped(on(\.asReminders).send, event) }
    func tap(_ event: ReferenceEvent) async throws { try await tapped(on(\.asReference).send, event) }

    private func tapped<Event>(_ send: (Event) -> Void, _ event: Event) async throws {
        await tapped { send(event) }
    }

    /// Not by `#require`: where it fails, it would tell of the model all that can be reached from it, without end.
    func on<Model>(_ screen: KeyPath<ScreenModel, Model?>) throws -> Model {
        guard let model = flow.path.last?.screen[keyPath: screen] else { throw Misfit("she is at \(flow.place)") }
        return model
    }

    private func seen<State>(_ state: State?) throws -> State {
        guard let state else { throw Misfit("there is nothing to be seen at \(flow.place)") }
        return state
    }

    var board: BoardState {
        get throws { try seen(flow.board?.state) }
    }
    var theCase: CaseState {
        get throws { try seen(on(\.asCase).state) }
    }
    var form: FormState {
        get throws { try seen(on(\.asForm).state) }
    }
    var newIo: NewIoState {
        get throws { try seen(on(\.asNewIo).state) }
    }
    var removal: RemovalState {
        get throws { try seen(on(\.asRemoval).state) }
    }
    var redFlag: RedFlagState {
        get throws { try seen(on(\.asFlag).state) }
    }
    var record: RecordState {
        get throws { try seen(on(\.asRecord).state) }
    }
    var sheet: SheetState {
        get throws { try seen(on(\.asSheet).state) }
    }
    var settings: SettingsState {
        get throws { try seen(on(\.asSettings).state) }
    }
    var policy: PolicyState {
        get throws { try seen(on(\.asPolicy).state) }
    }
    var reminders: RemindersState {
        get throws { try seen(on(\.asReminders).state) }
    }
    var reference: ReferenceState {
        get throws { try seen(on(\.asReference).state) }
    }
}

extension ScreenModel {
    var asCase: CaseModel? { if case .case(let model) = self { model } else { nil } }
    var asForm: FormModel? { if case .form(let model) = self { model } else { nil } }
    var asNewIo: NewIoModel? { if case .newIo(let model) = self { model } else { nil } }
    var asRemoval: RemovalModel? { if case .removal(let model) = self { model } else { nil } }
    var asFlag: RedFlagModel? { if case .flag(let model) = self { model } else { nil } }
    var asRecord: RecordModel? { if case .record(let model) = self { model } else { nil } }
    var asSheet: SheetModel? { if case .sheet(let model) = self { model } else { nil } }
    var asSettings: SettingsModel? { if case .settings(let model) = self { model } else { nil } }
    var asPolicy: PolicyModel? { if case .policy(let model) = self { model } else { nil } }
    var asReminders: RemindersModel? { if case .reminders(let model) = self { model } else { nil } }
    var asReference: ReferenceModel? { if case .reference(let model) = self { model } else { nil } }
}
