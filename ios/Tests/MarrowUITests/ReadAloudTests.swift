import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// What a screen reader tells of the screens that are looked at most.
@MainActor
struct ReadAloudTests {
    @Test("A row of the board is one: task, alias, status, site, limit", arguments: Lang.allCases)
    func row(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.at(60)
        let rows = try #require(try shift.board.board?.open)
        let said = Screen(shift).pressed.map(\.spoken)
        for row in rows {
            let next = try #require(row.next)
            let whole = try #require(said.first { $0.contains(row.header.alias) && $0.hasPrefix(next.title) })
            let parts = [
                next.title, row.header.alias, next.statusText, shift.times.relative(next.dueAtMs),
                row.header.whereWritten,
                try #require(row.header.limit(shift.times)).sentence,
            ]
            let places = parts.compactMap { whole.range(of: $0)?.lowerBound }
            #expect(places.count == parts.count && places == places.sorted(), "\(whole)")
        }
        let order = rows.compactMap { row in said.firstIndex { $0.contains(row.header.alias) } }
        #expect(order == order.sorted(), "the board is read in the core's order")
    }

    @Test("A task is one, with its acts; its buttons name it too")
    func task() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.at(60)
        try await shift.open(shift.stories.bed4)
        let screen = Screen(shift)
        for task in try shift.theCase.due {
            let card = try #require(screen.all.first { !$0.actions.isEmpty && $0.spoken.hasPrefix("\(task.title), ") })
            #expect(card.behaviour == .ignore && card.actions.count >= 2)
            #expect(screen.button("\(shift.words.caseLater), \(task.title)") != nil)
        }
    }

    @Test("Pictures say nothing: what they show stands beside them in words")
    func pictures() async throws {
        let tour = try await Tour.begin(.en)
        while try await tour.next() {
            for node in Screen(tour.shift).all where node.kind == .canvas { #expect(node.isHidden, "\(tour.stop)") }
        }
    }

    @Test("By voice an answer is called what stands on it, whatever is read before it")
    func byVoice() async throws {
        let tour = try await Tour.begin(.es)
        var answers = 0
        while try await tour.next() {
            for node in Screen(tour.shift).pressed {
                guard let label = node.label, node.texts.count == 1, label != node.texts[0] else { continue }
                #expect(node.names == node.texts, "\(tour.stop): \(node.spoken)")
                answers += 1
            }
        }
        #expect(answers > 100)
    }

    @Test("What is typed into is named by its question")
    func fields() async throws {
        let shift = try await Shift.begin(.es, \.removable)
        try await shift.open(shift.stories.bed9)
        shift.flow.go(.form(FormPlace(case: shift.stories.bed9, kind: .transfer)))
        await shift.settle()
        let labels = try shift.form.groups.flatMap(\.fields).map(\.label)
        for field in Screen(shift).fields { #expect(labels.contains(field.label ?? ""), "\(field.label ?? "")") }
    }
}

/// Where the top of a page goes on a low screen.
@MainActor
struct LowPageTests {
    @Test("Whose case it is stands in the bar on top; the rest of the head scrolls where there is no room for it")
    func low() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed4)
        let small = EnvironmentValues.test(page: CGSize(width: 375, height: 603))
        for environment in [EnvironmentValues.test(), small, .test(low: true), .test(.accessibility5)] {
            let screen = Screen(shift, environment)
            #expect(screen.title == shift.stories.bed(4))
            #expect(screen.texts.filter { $0.contains("Left proximal tibia") }.count == 1)
            #expect(screen.button(shift.words.caseCheck) != nil)
        }
    }
}
