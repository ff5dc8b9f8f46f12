import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// An iPad that is held upright has room for two columns too, but begins with one if it is let.
@MainActor
struct BesideTests {
    @Test("The board stands beside the page from the beginning")
    func beside() async throws {
        let shift = try await Shift.begin(.en, \.board)
        let screen = Screen(shift, .test(wide: true))
        #expect(screen.button(shift.words.boardNewIo) != nil && screen.shows(shift.stories.bed(4)))
        #expect(screen.shows(shift.words.boardChoose))
        try await shift.open(shift.stories.bed4)
        let opened = Screen(shift, .test(wide: true))
        #expect(opened.button(shift.words.boardNewIo) != nil && opened.button(shift.words.caseCheck) != nil)
        // Which of them it is: on a phone, where its page takes the board's place, none.
        #expect(opened.chosen.count == 1 && opened.chosen.first?.contains(shift.stories.bed(4)) == true)
        #expect(screen.chosen.isEmpty)
    }
}
