import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// What is typed with, and how it goes away again.
@MainActor
struct KeysTests {
    @Test("Keys that cannot say that one is done are put away by a button over them", arguments: Lang.allCases)
    func away(lang: Lang) async throws {
        var typing = EnvironmentValues.test()
        typing.standInTyping = true
        let tour = try await Tour.begin(lang)
        let done = tour.shift.words.commonHideKeys
        var numbers = 0
        while try await tour.next() {
            let screen = Screen(tour.shift, typing)
            let stuck = screen.fields.filter { !$0.isExact || $0.keys == .decimalPad }
            let away = buttons(screen, done)
            #expect(away.count == stuck.count, "\(tour.stop)")
            #expect(buttons(Screen(tour.shift), done).isEmpty, "\(tour.stop): there are no keys")
            StandInKeys.isAway = false
            away.first?.press?()
            #expect(StandInKeys.isAway == !away.isEmpty, "\(tour.stop)")
            numbers += stuck.filter { $0.keys == .decimalPad }.count
        }
        #expect(numbers > 0)
    }

    @Test("A name or a bed is not made another word; what is told at length may be")
    func exact() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await hand.press(shift.words.settingsTitle)
        try await hand.press("S. Okafor")
        #expect(hand.screen.fields.count == 3 && hand.screen.fields.allSatisfy(\.isExact))
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        #expect(hand.screen.fields.last?.isExact == false)
    }

    private func buttons(_ screen: Screen, _ done: String) -> [Node] {
        screen.all.filter { $0.kind == .toolbar }.flatMap(\.all).filter { $0.press != nil && $0.spoken == done }
    }
}
