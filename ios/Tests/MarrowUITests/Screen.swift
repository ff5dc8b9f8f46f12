import Foundation
import SwiftUI
import Testing

@testable import MarrowUI

/// What stands on the screen, as the stand-ins tell it: what she reads, and what she can press.
@MainActor
struct Screen {
    let nodes: [Node]

    init(_ nodes: [Node]) { self.nodes = nodes }

    init(_ shift: Shift, _ environment: EnvironmentValues = .test()) {
        nodes = built(MarrowScreens(flow: shift.flow), environment)
    }

    var all: [Node] { nodes.flatMap(\.all) }
    var title: String? { all.last { $0.kind == .title }?.text }
    var texts: [String] { all.filter { $0.kind == .text }.map(\.text) }
    /// All that can be pressed, in its order; of what lies over the page, the last.
    var pressed: [Node] { all.filter { $0.press != nil } }
    var fields: [Node] { all.filter { $0.kind == .field } }
    var chosen: [String] { all.filter { $0.traits.contains(.isSelected) }.map(\.spoken) }
    /// What lies over the page, the topmost last.
    var over: [Node] { all.filter { $0.kind == .sheet || $0.kind == .dialog } }

    func button(_ said: String) -> Node? {
        pressed.last { $0.spoken == said } ?? pressed.last { $0.spoken.hasPrefix(said + ", ") }
            ?? pressed.last { $0.texts.contains(said) }
    }

    func shows(_ text: String) -> Bool { texts.contains { $0.contains(text) } }
}

extension Node {
    /// As it is read aloud: its own words, or those within, one after the other.
    var spoken: String {
        if let label { return label }
        if kind == .text { return text }
        return children.filter { !$0.isHidden }.map(\.spoken).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var texts: [String] { all.filter { $0.kind == .text }.map(\.text) }
}

/// A hand on the screen: it presses what is drawn, not what the models are told.
@MainActor
struct Hand {
    let shift: Shift
    var environment = EnvironmentValues.test()

    var screen: Screen { Screen(shift, environment) }

    func press(_ said: String, _ place: SourceLocation = #_sourceLocation) async throws {
        let button = screen.button(said)
        let all = screen.pressed.map(\.spoken).joined(separator: " | ")
        let press = try #require(button?.press, "\(said) cannot be pressed; what can: \(all)", sourceLocation: place)
        press()
        await shift.settle()
    }

    /// One of the acts that a screen reader offers for what is read.
    func choose(_ act: String, of said: String) async throws {
        let nodes = screen.all.filter { !$0.actions.isEmpty && $0.spoken.contains(said) }
        let found = nodes.flatMap(\.actions).first { $0.spoken == act }
        let press = try #require(found?.press, "\(act) is not offered for \(said)")
        press()
        await shift.settle()
    }

    func type(_ text: String, into field: String) async throws {
        let found = screen.fields.last { $0.label == field }
        let type = try #require(found?.type, "\(field) cannot be typed into")
        type(text)
        await shift.settle()
    }

    /// Pulls down what lies over the page.
    func pullDown() async throws {
        let dismiss = try #require(screen.over.last?.dismiss)
        dismiss()
        await shift.settle()
    }

    /// A screen reader's gesture for the way back.
    func escape() async throws {
        let escape = try #require(screen.all.last { $0.escape != nil }?.escape)
        escape()
        await shift.settle()
    }

    func swipeBack() async throws {
        let pop = try #require(screen.all.last { $0.kind == .group && $0.dismiss != nil }?.dismiss)
        pop()
        await shift.settle()
    }
}
