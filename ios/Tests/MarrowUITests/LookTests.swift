import Foundation
import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// The look is one on both platforms, and can be read.
struct LookTests {
    private static let android = "android/ui/src/main/kotlin/org/marrow/ui"

    @Test("Each colour is Android's", arguments: [(false, "LightColours"), (true, "DarkColours")])
    func colours(dark: Bool, scheme: String) throws {
        let text = try Repository.read("\(Self.android)/look/Colours.kt")
        let body = try part(of: text, after: "val \(scheme) = Colours(", until: "\n)")
        var theirs: [String: UInt32] = [:]
        for match in body.matches(of: /(\w+) = Color\(0xFF([0-9A-F]{6})\)/) {
            theirs[String(match.1)] = UInt32(match.2, radix: 16)
        }
        #expect(theirs.count > 40)
        for hue in Hue.allCases { #expect(hue.value(dark: dark, strong: false) == theirs[hue.rawValue], "\(hue)") }
        // The ring around what a keyboard has come to is the system's on iOS.
        #expect(Set(theirs.keys).subtracting(Hue.allCases.map(\.rawValue)) == ["focus"])
    }

    @Test("Text can be read at 4.5 to 1, critical digits and what is acted on at 7, signs and edges at 3")
    func contrast() {
        for dark in [false, true] {
            for strong in [false, true] {
                for (ink, page, least) in Self.pairs {
                    let ratio = contrast(ink.value(dark: dark, strong: strong), page.value(dark: dark, strong: strong))
                    #expect(ratio >= least, "\(ink) on \(page), dark \(dark), strong \(strong): \(ratio)")
                }
            }
        }
    }

    @Test("More contrast is never less", arguments: [false, true])
    func stronger(dark: Bool) {
        for (ink, page, _) in Self.pairs {
            let plain = contrast(ink.value(dark: dark, strong: false), page.value(dark: dark, strong: false))
            let strong = contrast(ink.value(dark: dark, strong: true), page.value(dark: dark, strong: true))
            #expect(strong >= plain, "\(ink) on \(page)")
        }
        #expect(Hue.outline.value(dark: dark, strong: true) != Hue.outline.value(dark: dark, strong: false))
    }

    @Test("The later, the further from the page: in the light darker, in the dark lighter", arguments: [false, true])
    func ladder(dark: Bool) {
        let steps = [Status.due, .late, .overdue, .longOverdue].compactMap(\.fill)
            .map { light($0.value(dark: dark, strong: false)) }
        #expect(steps == steps.sorted(by: dark ? (<) : (>)) && Set(steps).count == 4)
        #expect(Status.upcoming.fill == nil && Status.upcoming.edge == nil)
    }

    @Test("A red flag alone is red: no status shares its colours")
    func red() {
        let reds: Set<Hue> = [.redFill, .redStrip, .redMark, .redSign, .redInk, .redStripInk]
        for status in Status.allCases {
            #expect(reds.isDisjoint(with: [status.ink, status.fill, status.edge].compactMap(\.self)))
        }
    }

    @Test("Every status but what is to come has a mark of its own, every severity another")
    func signs() {
        let marks = Status.allCases.compactMap(Sign.of) + Severity.allCases.map(Sign.of)
        #expect(Set(marks).count == marks.count && marks.count == 6)
    }

    private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        let (a, b) = (light(one), light(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// How light a colour is, from 0 to 1, as WCAG has it.
    private func light(_ value: UInt32) -> Double {
        func part(_ shift: UInt32) -> Double {
            let part = Double(value >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    private static let pairs: [(Hue, Hue, Double)] = [
        (.onSurface, .surface, 7), (.onSurface, .surfaceRaised, 7), (.onSurface, .surfaceSunk, 7),
        (.onSurfaceMuted, .surface, 4.5), (.onSurfaceMuted, .surfaceRaised, 4.5), (.primary, .surface, 4.5),
        (.primary, .surfaceRaised, 4.5), (.onAction, .action, 7), (.onPrimary, .primary, 7),
        (.onPrimarySoft, .primarySoft, 7), (.dueInk, .dueFill, 7), (.lateInk, .lateFill, 7),
        (.overdueInk, .overdueFill, 7), (.longInk, .longFill, 7), (.redStripInk, .redStrip, 7), (.redInk, .redFill, 7),
        (.outline, .surface, 3), (.outline, .surfaceRaised, 3), (.dueEdge, .surface, 3), (.lateEdge, .surface, 3),
        (.overdueFill, .surface, 3), (.longFill, .surface, 3), (.redStrip, .surface, 3), (.redSign, .redFill, 3),
        (.redMark, .surfaceRaised, 3), (.amberMark, .surfaceRaised, 3), (.amberMark, .surface, 3),
        (.noteMark, .surfaceRaised, 3), (.okMark, .surfaceRaised, 3), (.figureEdge, .surfaceRaised, 3),
        (.figureBoneEdge, .figureBody, 3), (.figureBoneChosen, .figureBone, 3), (.figureBoneTried, .figureBody, 3),
        (.rulerPast, .surfaceRaised, 3), (.rulerLeft, .surfaceRaised, 3),
    ]
}
