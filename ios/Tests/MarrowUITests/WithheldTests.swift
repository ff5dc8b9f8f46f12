import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// What whoever holds the phone cannot change.
@MainActor
struct WithheldTests {
    @Test("It is said with what may come of it, not in red, and with nothing to press", arguments: Lang.allCases)
    func withheld(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        let words = shift.words
        await shift.tap(.remindersHealth)
        var state = try shift.reminders
        for canBeSet in [true, false] {
            let condition = Condition(.backgroundRefresh, held: false, canBeSet: canBeSet)
            state.health = Health(conditions: [condition], plan: nil)
            let screen = Screen(built(RemindersContent(state: state) { _ in }))
            #expect(screen.shows(condition.said(words)) && screen.shows(Need.backgroundRefresh.may(words)))
            #expect(screen.shows(words.remindersWithheld) != canBeSet)
            #expect(screen.texts.contains(words.boardRemindersFail) == canBeSet)
            #expect((screen.button("\(words.remindersFix), \(condition.said(words))") != nil) == canBeSet)
        }
    }
}
