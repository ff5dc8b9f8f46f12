@_exported import Foundation

// A stand-in for SwiftUI where it does not exist: names, types and isolation of what Marrow's screens use, as Apple
// declares them, so that they are checked on Linux. Nothing is laid out or drawn. What was built can be read as a tree, to
// test which words stand on a screen and what is told when something is pressed.

/// What became of a view.
public struct Node {
    public enum Kind: Sendable {
        case text, image, button, field, canvas, title, toolbar, sheet, dialog, group
    }

    public var kind: Kind
    /// What it shows; of a picture its name.
    public var text = ""
    /// What is read aloud in its place.
    public var label: String?
    /// What it is called by voice; none: as it is read.
    public var names: [String] = []
    public var traits: AccessibilityTraits = []
    public var children: [Node] = []
    /// How those within are read.
    public var behaviour: AccessibilityChildBehavior?
    public var isHidden = false
    public var press: (@MainActor () -> Void)?
    public var type: (@MainActor (String) -> Void)?
    /// A screen reader's gesture for the way back.
    public var escape: (@MainActor () -> Void)?
    /// It is not put away by a pull.
    public var isKept = false
    /// What is typed into it is not made another word.
    public var isExact = false
    public var keys = UIKeyboardType.default
    /// Puts away what lies over the page.
    public var dismiss: (@MainActor () -> Void)?
    /// The least height that it was given.
    public var least: CGFloat?
    /// Of a drawing: how many paths were drawn.
    public var strokes = 0
    /// Where a drawing was tapped.
    public var tap: (@MainActor (CGPoint) -> Void)?
    /// What can be done with it from a screen reader's menu.
    public var actions: [Node] = []

    public init(_ kind: Kind, _ text: String = "", children: [Node] = []) {
        (self.kind, self.text, self.children) = (kind, text, children)
    }

    /// It and all that stands in it.
    public var all: [Node] { [self] + children.flatMap(\.all) + actions.flatMap(\.all) }
}

/// What a view of the stand-in becomes.
@MainActor public protocol Stood {
    func stood(_ environment: EnvironmentValues) -> [Node]
}

/// Builds a view and all in it.
@MainActor public func built<V: View>(_ view: V, _ environment: EnvironmentValues = EnvironmentValues()) -> [Node] {
    if let stood = view as? any Stood { return stood.stood(environment) }
    if let other = view as? any UIViewRepresentable { return other.shown() }
    return within(environment) { built(view.body, environment) }
}

/// What asks the environment meanwhile is told this one.
@MainActor func within<Value>(_ environment: EnvironmentValues, _ work: () -> Value) -> Value {
    let before = EnvironmentValues.current
    EnvironmentValues.current = environment
    defer { EnvironmentValues.current = before }
    return work()
}
