import Foundation

public struct List<SelectionValue, Content> {
    let content: Content
}
extension List: View, Stood where SelectionValue: Hashable, Content: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        [Node(.group, children: built(content, environment))]
    }
}
extension List where SelectionValue == Never, Content: View {
    public init(@ViewBuilder content: () -> Content) { self.init(content: content()) }
}

public struct Form<Content: View> {
    let content: Content
    public init(@ViewBuilder content: () -> Content) { self.content = content() }
}
extension Form: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        [Node(.group, children: built(content, environment))]
    }
}

public struct Section<Parent, Content, Footer> {
    let header: Parent
    let content: Content
}
extension Section: View, Stood where Parent: View, Content: View, Footer: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        [Node(.group, children: built(header, environment) + built(content, environment))]
    }
}
extension Section where Parent: View, Content: View, Footer == EmptyView {
    public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent) {
        self.init(header: header(), content: content())
    }
}
extension Section where Parent == Text, Content: View, Footer == EmptyView {
    public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) {
        self.init(header: Text(title), content: content())
    }
}

public struct DisclosureGroup<Label: View, Content: View> {
    let isExpanded: Binding<Bool>
    let content: () -> Content
    let label: Label

    public init(
        isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label
    ) {
        (self.isExpanded, self.content, self.label) = (isExpanded, content, label())
    }
}
extension DisclosureGroup: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        var head = Node(.button, children: built(label, environment))
        head.press = { isExpanded.wrappedValue.toggle() }
        head.least = head.children.flatMap(\.all).compactMap(\.least).max()
        return [head] + (isExpanded.wrappedValue ? built(within(environment) { content() }, environment) : [])
    }
}

public protocol ListStyle {}
public struct PlainListStyle: ListStyle {}
extension ListStyle where Self == PlainListStyle {
    public static var plain: PlainListStyle { PlainListStyle() }
}
public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }

extension View {
    nonisolated public func listStyle<S: ListStyle>(_ style: S) -> some View { same() }
    nonisolated public func listRowInsets(_ insets: EdgeInsets?) -> some View { same() }
    nonisolated public func listRowBackground<V: View>(_ view: V?) -> some View { same() }
    nonisolated public func listRowSeparator(_ visibility: Visibility, edges: VerticalEdge.Set = .all) -> some View {
        same()
    }
    nonisolated public func scrollContentBackground(_ visibility: Visibility) -> some View { same() }
}
