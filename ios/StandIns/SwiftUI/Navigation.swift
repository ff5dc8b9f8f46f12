import Foundation

/// A stack of pages: the last of its path is on the screen.
public struct NavigationStack<Data, Root: View> {
    let root: Root
    let path: @MainActor () -> [Any]
    let pop: @MainActor () -> Void
}
extension NavigationStack where Data == NavigationPath {
    public init(@ViewBuilder root: () -> Root) { self.init(root: root(), path: { [] }, pop: {}) }
}
extension NavigationStack
where Data: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, Data.Element: Hashable {
    public init(path: Binding<Data>, @ViewBuilder root: () -> Root) {
        nonisolated(unsafe) let path = path
        self.init(root: root(), path: { Array(path.wrappedValue) }, pop: { path.wrappedValue.removeLast() })
    }
}
extension NavigationStack: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        var environment = environment
        environment.stack = Stack(path: path(), pop: pop)
        return built(root, environment)
    }
}
public struct NavigationPath {}

/// What a stack shows in place of its root.
struct Stack {
    let path: [Any]
    let pop: @MainActor () -> Void
}

extension View {
    nonisolated public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View {
        nonisolated(unsafe) let destination = destination
        return Changed(view: self) { view, environment in
            guard let stack = environment.stack, let last = stack.path.last as? D else {
                return built(view, environment)
            }
            var page = Node(.group, children: built(within(environment) { destination(last) }, environment))
            page.dismiss = stack.pop
            return [page]
        }
    }
}

public struct NavigationSplitView<Sidebar, Content, Detail> {
    let columns: Binding<NavigationSplitViewVisibility>
    let sidebar: Sidebar
    let detail: Detail
}
extension NavigationSplitView where Sidebar: View, Content == EmptyView, Detail: View {
    public init(
        columnVisibility: Binding<NavigationSplitViewVisibility>, @ViewBuilder sidebar: () -> Sidebar,
        @ViewBuilder detail: () -> Detail
    ) {
        self.init(columns: columnVisibility, sidebar: sidebar(), detail: detail())
    }
}
extension NavigationSplitView: View, Stood where Sidebar: View, Content: View, Detail: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        // Left to the system it is as on an iPad that is held upright: the sidebar is hidden.
        let beside = columns.wrappedValue == .all ? [Node(.group, children: built(sidebar, environment))] : []
        return beside + [Node(.group, children: built(detail, environment))]
    }
}
public struct NavigationSplitViewVisibility: Equatable, Sendable {
    let name: String
    public static var automatic: Self { Self(name: "automatic") }
    public static var all: Self { Self(name: "all") }
}
@MainActor @preconcurrency public protocol NavigationSplitViewStyle {}
public struct BalancedNavigationSplitViewStyle: NavigationSplitViewStyle {}
extension NavigationSplitViewStyle where Self == BalancedNavigationSplitViewStyle {
    public static var balanced: BalancedNavigationSplitViewStyle { BalancedNavigationSplitViewStyle() }
}
extension View {
    nonisolated public func navigationSplitViewStyle<S: NavigationSplitViewStyle>(_ style: S) -> some View { same() }
    nonisolated public func navigationSplitViewColumnWidth(min: CGFloat? = nil, ideal: CGFloat, max: CGFloat? = nil)
        -> some View
    {
        same()
    }
}
