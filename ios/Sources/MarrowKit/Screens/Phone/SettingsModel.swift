import Observation

/// What the person has set: who records, the language.
@MainActor
@Observable
public final class SettingsModel {
    private let flow: MarrowFlow
    private let who: Bool
    private var store: StoreInfo?
    private var changing: Actor?
    private var noticesAreOpen = false

    init(_ flow: MarrowFlow, who: Bool) {
        self.flow = flow
        self.who = who
        if who { changing = somebody }
        flow.act { [self] in store = try await flow.client.info() }
    }

    /// None until the store was asked.
    public var state: SettingsState? {
        store.map {
            SettingsState(
                times: flow.times, actor: flow.people.actor, known: flow.people.known, lang: flow.times.words.lang,
                store: $0, changing: changing,
                noticesAreOpen: noticesAreOpen)
        }
    }

    /// Somebody new is most often of the same unit.
    private var somebody: Actor { Actor(name: "", role: "", unit: flow.people.actor?.unit ?? "") }

    public func send(_ event: SettingsEvent) {
        switch event {
        case .back: flow.back()
        case .change: changing = somebody
        case .name(let text): changing?.name = text
        case .role(let text): changing?.role = text
        case .unit(let text): changing?.unit = text
        case .leave: leave()
        case .records(let actor):
            guard actor.name.nonBlank != nil else { return }
            flow.become(actor)
            leave()
        case .language(let lang): flow.speak(lang)
        case .notices: noticesAreOpen.toggle()
        }
    }

    private func leave() {
        changing = nil
        if who { flow.back() }
    }
}
