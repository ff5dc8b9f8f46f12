import Foundation

public struct PresentationDetent: Hashable, Sendable {
    let name: String
    public static let medium = PresentationDetent(name: "medium")
    public static let large = PresentationDetent(name: "large")
}

extension View {
    nonisolated public func sheet<Content: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content
    ) -> some View {
        nonisolated(unsafe) let content = content
        return with { environment in
            guard isPresented.wrappedValue else { return [] }
            var node = Node(.sheet, children: built(within(environment) { content() }, environment))
            let kept = node.all.contains(where: \.isKept)
            if !kept { node.dismiss = { isPresented.wrappedValue = false } }
            return [node]
        }
    }
    nonisolated public func interactiveDismissDisabled(_ isDisabled: Bool = true) -> some View {
        each { $0.isKept = isDisabled }
    }
    nonisolated public func confirmationDialog<S: StringProtocol, A: View>(
        _ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic, @ViewBuilder actions: () -> A
    ) -> some View {
        let title = String(title)
        nonisolated(unsafe) let actions = actions()
        return with { environment in
            guard isPresented.wrappedValue else { return [] }
            var node = Node(.dialog, title, children: built(actions, environment))
            node.dismiss = { isPresented.wrappedValue = false }
            return [node]
        }
    }
    nonisolated public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { same() }
    nonisolated public func presentationDragIndicator(_ visibility: Visibility) -> some View { same() }
    nonisolated public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { same() }
}
public struct ScrollDismissesKeyboardMode: Sendable {
    public static var interactively: ScrollDismissesKeyboardMode { ScrollDismissesKeyboardMode() }
}

// Bars.
@MainActor @preconcurrency public protocol ToolbarContent {
    func items(_ environment: EnvironmentValues) -> [Node]
}
@resultBuilder public struct ToolbarContentBuilder {
    public static func buildExpression<Content: ToolbarContent>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: ToolbarContent>(_ content: repeat each Content) -> some ToolbarContent {
        ToolbarItems(items: Array(repeat each content))
    }
    public static func buildBlock<Content: ToolbarContent>(_ content: Content) -> some ToolbarContent { content }
    public static func buildIf<Content: ToolbarContent>(_ content: Content?) -> Content? { content }
}
extension Optional: ToolbarContent where Wrapped: ToolbarContent {
    public func items(_ environment: EnvironmentValues) -> [Node] { map { $0.items(environment) } ?? [] }
}
extension Array where Element == any ToolbarContent {
    fileprivate init<each Content: ToolbarContent>(_ content: repeat each Content) {
        self = []
        repeat append(each content)
    }
}
public struct ToolbarItems {
    let items: [any ToolbarContent]
}
extension ToolbarItems: ToolbarContent {
    public func items(_ environment: EnvironmentValues) -> [Node] { items.flatMap { $0.items(environment) } }
}
public struct ToolbarItemPlacement {
    public static var automatic: ToolbarItemPlacement { ToolbarItemPlacement() }
    public static var navigation: ToolbarItemPlacement { ToolbarItemPlacement() }
    public static var primaryAction: ToolbarItemPlacement { ToolbarItemPlacement() }
    public static var cancellationAction: ToolbarItemPlacement { ToolbarItemPlacement() }
    public static var keyboard: ToolbarItemPlacement { ToolbarItemPlacement() }
}
public struct ToolbarItem<ID, Content: View> {
    let content: Content
}
extension ToolbarItem: ToolbarContent {
    public func items(_ environment: EnvironmentValues) -> [Node] {
        [Node(.toolbar, children: built(content, environment))]
    }
}
extension ToolbarItem where ID == () {
    public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) {
        self.init(content: content())
    }
}
public struct ToolbarPlacement {
    public static var navigationBar: ToolbarPlacement { ToolbarPlacement() }
}
public struct NavigationBarItem: Sendable {
    public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}

extension View {
    nonisolated public func toolbar<Content: ToolbarContent>(@ToolbarContentBuilder content: () -> Content) -> some View
    {
        nonisolated(unsafe) let content = content()
        return with { environment in within(environment) { content.items(environment) } }
    }
    nonisolated public func toolbarBackground<S: ShapeStyle>(_ style: S, for bars: ToolbarPlacement...) -> some View {
        same()
    }
    nonisolated public func toolbarBackground(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View {
        same()
    }
    nonisolated public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
        let title = String(title)
        return with { _ in [Node(.title, title)] }
    }
    nonisolated public func navigationBarTitleDisplayMode(_ displayMode: NavigationBarItem.TitleDisplayMode)
        -> some View
    {
        same()
    }
    nonisolated public func navigationBarBackButtonHidden(_ hidesBackButton: Bool = true) -> some View { same() }
}
