import MarrowFFI
import Testing

@testable import MarrowKit
@testable import MarrowUI

@Suite("What was recorded and could not be read again")
@MainActor
struct StaleTests {
    @Test("Every page that is opened says so, and is silent once it was read", arguments: Lang.allCases)
    func everyPage(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        let read = try #require(shift.flow.look)
        let unread = Look(board: read.board, shown: read.shown, stale: .Busy, number: read.number)
        for open in [shift.words.caseCheck, shift.words.commonClose, shift.words.caseWholeRecord] {
            shift.flow.look = unread
            #expect(hand.screen.shows(shift.words.boardStale), "at \(shift.flow.place)")
            shift.flow.look = read
            #expect(!hand.screen.shows(shift.words.boardStale), "at \(shift.flow.place)")
            try await hand.press(open)
        }
        shift.flow.look = unread
        #expect(hand.screen.shows(shift.words.boardStale), "at \(shift.flow.place)")
    }
}
