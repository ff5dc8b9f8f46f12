import MarrowKit
import SwiftUI

/// Who is recording is first; the language; what stands on the lock screen; what Marrow is for, and what it is not.
struct SettingsContent: View {
    let state: SettingsState
    let send: @MainActor (SettingsEvent) -> Void

    var body: some View {
        let words = state.times.words
        Form {
            Section(words.settingsWho) {
                GoRow(text: state.actor?.name ?? words.boardNobody, below: state.actor?.post) { send(.change) }
                    .listRowInsets(EdgeInsets())
            }
            Section(words.settingsLanguage) {
                Languages(chosen: state.lang, words: words) { send(.language($0)) }
            }
            Section(words.settingsNotifications) { Text(words.settingsNotificationsMore).font(Letters.body) }
            Section(words.settingsAbout) {
                Lines(
                    texts: [words.aboutIntendedUse, words.aboutNotAMonitor, words.aboutNoNetwork], font: Letters.body)
                Text(words.settingsVersion(state.store.release, "\(state.store.entries)")).font(Letters.body)
                TextAction(text: words.settingsNotices) { send(.notices) }
                // In their own words, where they are asked for.
                if state.noticesAreOpen { Text(verbatim: notices).font(Letters.label) }
            }
        }
        .scrollContentBackground(.hidden)
        .background(Hue.surface)
        .foregroundStyle(Hue.onSurface)
        .navigationTitle(words.settingsTitle)
        .smallTitle()
        .sheet(isPresented: bound(state.changing != nil) { if !$0 { send(.leave) } }) {
            WhoSheet(typed: state.changing ?? Actor(name: "", role: "", unit: ""), state: state, send: send)
        }
    }
}

/// The languages, each by its own name.
struct Languages: View {
    let chosen: Lang
    let words: Words
    let choose: @MainActor (Lang) -> Void

    var body: some View {
        Choices(
            options: [Lang.en, .es].map { Option(value: $0, text: $0.ownName) }, chosen: [chosen],
            question: words.settingsLanguage, least: Measure.action, choose: choose)
    }
}

extension Lang {
    /// As those who speak it call it, whatever the language around.
    var ownName: String {
        switch self {
        case .en: "English"
        case .es: "Español"
        }
    }
}

/// Who records: somebody who has before, in one tap, or somebody new.
private struct WhoSheet: View {
    let typed: Actor
    let state: SettingsState
    let send: @MainActor (SettingsEvent) -> Void

    var body: some View {
        let words = state.times.words
        SheetPage(
            title: words.settingsWho, close: words.commonClose, onClose: { send(.leave) },
            keeps: !typed.name.isEmpty || !typed.role.isEmpty
        ) {
            ForEach(state.known, id: \.self) { actor in
                GoRow(text: actor.name, below: actor.post) { send(.records(actor)) }
            }
            VStack(alignment: .leading, spacing: 12) {
                LineInput(label: words.settingsName, text: typed.name) { send(.name($0)) }
                LineInput(label: words.settingsRole, text: typed.role) { send(.role($0)) }
                LineInput(label: words.settingsUnit, text: typed.unit) { send(.unit($0)) }
                // Nobody records without a name: until there is one, there is nothing to press.
                if !typed.name.allSatisfy(\.isWhitespace) {
                    MainButton(text: words.settingsRecordAs, writes: typed.name) { send(.records(typed)) }
                }
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 8)
        }
    }
}
