import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// Every screen is built in every way that a phone can be set, over the real core. What is not laid out here is still
/// evaluated: a view that traps, an action without words or a target that is too low is seen.
@MainActor
struct EveryScreenTests {
    /// How a phone may be set.
    static let phones: [(name: String, environment: EnvironmentValues)] = [
        ("plain", .test()), ("dark, more contrast", .test(dark: true, strong: true)), ("xLarge", .test(.xLarge)),
        ("AX5", .test(.accessibility5, still: true, narrow: true)), ("narrow", .test(.xxxLarge, narrow: true)),
        ("on its side", .test(low: true)), ("AX3 on its side", .test(.accessibility3, low: true)),
        ("small", .test(page: CGSize(width: 375, height: 603))), ("tablet", .test(wide: true)),
    ]

    @Test("Each says what it is and what can be pressed, large enough, in both languages", arguments: Lang.allCases)
    func everyScreen(lang: Lang) async throws {
        let tour = try await Tour.begin(lang)
        while try await tour.next() {
            for (name, environment) in Self.phones {
                let screen = Screen(tour.shift, environment)
                #expect(screen.title?.isEmpty == false, "\(tour.stop), \(name): no title")
                for node in screen.pressed { check(node, "\(tour.stop), \(name), \(lang)") }
                for field in screen.fields { #expect(field.label?.isEmpty == false, "\(tour.stop): a nameless field") }
                for drawing in screen.all where drawing.kind == .canvas { #expect(drawing.strokes > 0) }
                let isEmpty = screen.texts.contains("")
                #expect(!isEmpty, "\(tour.stop), \(name): an empty text")
            }
        }
        #expect(tour.stops > 25)
    }

    private func check(_ node: Node, _ place: String) {
        #expect(!node.spoken.isEmpty, "\(place): something pressed says nothing")
        if let least = node.least { #expect(least >= 44, "\(place): \(node.spoken) is \(least) high") }
    }

    @Test("What can be pressed in one language can be in the other")
    func bothLanguages() async throws {
        let (english, spanish) = (try await Tour.begin(.en), try await Tour.begin(.es))
        while try await english.next() {
            try #require(try await spanish.next())
            let (one, other) = (Screen(english.shift), Screen(spanish.shift))
            #expect(one.pressed.count == other.pressed.count, "\(english.stop)")
            #expect(one.texts != other.texts, "\(english.stop)")
        }
    }

    @Test(
        "What only differs by size tells the same aloud", arguments: [DynamicTypeSize.accessibility1, .accessibility5])
    func sameAloud(letters: DynamicTypeSize) async throws {
        let tour = try await Tour.begin(.en)
        while try await tour.next() {
            let plain = Set(Screen(tour.shift).pressed.map(\.spoken))
            let large = Set(Screen(tour.shift, .test(letters)).pressed.map(\.spoken))
            // Who records has room for its name at the plain size alone, and is read the same.
            #expect(plain == large, "\(tour.stop): \(plain.symmetricDifference(large))")
        }
    }
}
