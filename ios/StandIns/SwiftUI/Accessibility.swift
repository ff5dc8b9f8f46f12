public struct AccessibilityTraits: SetAlgebra, Sendable {
    private var names: Set<String>

    public init() { names = [] }
    private init(_ name: String) { names = [name] }
    public static let isButton = AccessibilityTraits("isButton")
    public static let isHeader = AccessibilityTraits("isHeader")
    public static let isSelected = AccessibilityTraits("isSelected")
    public static let isToggle = AccessibilityTraits("isToggle")
    public static let updatesFrequently = AccessibilityTraits("updatesFrequently")

    public func contains(_ member: AccessibilityTraits) -> Bool { member.names.isSubset(of: names) }
    public func union(_ other: Self) -> Self { changed { $0.names.formUnion(other.names) } }
    public func intersection(_ other: Self) -> Self { changed { $0.names.formIntersection(other.names) } }
    public func symmetricDifference(_ other: Self) -> Self { changed { $0.names.formSymmetricDifference(other.names) } }
    public mutating func insert(_ new: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        defer { names.formUnion(new.names) }
        return (!contains(new), new)
    }
    public mutating func remove(_ member: Self) -> Self? {
        names.subtract(member.names)
        return member
    }
    public mutating func update(with new: Self) -> Self? {
        names.formUnion(new.names)
        return new
    }
    public mutating func formUnion(_ other: Self) { self = union(other) }
    public mutating func formIntersection(_ other: Self) { self = intersection(other) }
    public mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }

    private func changed(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

public struct AccessibilityChildBehavior: Hashable {
    let name: String
    public static var ignore: Self { Self(name: "ignore") }
    public static var contain: Self { Self(name: "contain") }
    public static var combine: Self { Self(name: "combine") }
}
public struct AccessibilityActionKind: Equatable, Sendable {
    let name: String
    public static let `default` = AccessibilityActionKind(name: "default")
    public static let escape = AccessibilityActionKind(name: "escape")
}

extension View {
    @_disfavoredOverload
    nonisolated public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View {
        let label = String(label)
        return one { $0.label = label }
    }
    nonisolated public func accessibilityLabel(_ label: Text) -> some View { one { $0.label = label.content } }
    nonisolated public func accessibilityInputLabels<S: StringProtocol>(_ inputLabels: [S]) -> some View {
        let names = inputLabels.map { String($0) }
        return one { $0.names = names }
    }
    nonisolated public func accessibilityHidden(_ hidden: Bool) -> some View { each { $0.isHidden = hidden } }
    nonisolated public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
        one { $0.traits.formUnion(traits) }
    }
    nonisolated public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        nonisolated(unsafe) let children = children
        return Changed(view: self) { view, environment in
            var node = Node(.group, children: built(view, environment))
            node.behaviour = children
            // What is made one of a thing that is pressed is pressed itself.
            if node.children.count == 1 { node.press = node.children[0].press }
            return [node]
        }
    }
    nonisolated public func accessibilityAction(
        _ actionKind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void
    ) -> some View {
        nonisolated(unsafe) let handler = handler
        return one { node in
            if actionKind == .escape { node.escape = { handler() } } else { node.press = { handler() } }
        }
    }
    nonisolated public func accessibilityActions<Content: View>(@ViewBuilder _ content: () -> Content) -> some View {
        let content = content()
        return Changed(view: self) { view, environment in
            built(view, environment).map { node in
                var node = node
                node.actions = built(content, environment)
                return node
            }
        }
    }
}
