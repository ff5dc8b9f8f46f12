@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}

extension Never: View {
    public var body: Never { fatalError("there is no such view") }
}

extension View where Body == Never {
    public var body: Never { fatalError("a view of the system is not asked for its body") }
}

@resultBuilder public struct ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<
        (repeat each Content)
    > {
        TupleView((repeat each content))
    }
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
    public static func buildEither<First: View, Second: View>(first: First) -> _ConditionalContent<First, Second> {
        _ConditionalContent(first: first, second: nil)
    }
    public static func buildEither<First: View, Second: View>(second: Second) -> _ConditionalContent<First, Second> {
        _ConditionalContent(first: nil, second: second)
    }
}

public struct EmptyView: Sendable {
    public init() {}
}
extension EmptyView: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { [] }
}

public struct TupleView<T> {
    public var value: T
    private let parts: [@MainActor (EnvironmentValues) -> [Node]]

    init<each Content: View>(_ value: (repeat each Content)) where T == (repeat each Content) {
        self.value = value
        var parts: [@MainActor (EnvironmentValues) -> [Node]] = []
        repeat parts.append(part(each value))
        self.parts = parts
    }
}
private func part<V: View>(_ view: V) -> @MainActor (EnvironmentValues) -> [Node] {
    nonisolated(unsafe) let view = view
    return { built(view, $0) }
}
extension TupleView: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { parts.flatMap { $0(environment) } }
}

// swift-format-ignore: NoLeadingUnderscores
public struct _ConditionalContent<TrueContent, FalseContent> {
    let first: TrueContent?
    let second: FalseContent?
}
extension _ConditionalContent: View, Stood where TrueContent: View, FalseContent: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        (first.map { built($0, environment) } ?? []) + (second.map { built($0, environment) } ?? [])
    }
}

extension Optional: View, Stood where Wrapped: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { map { built($0, environment) } ?? [] }
}

public struct Group<Content> {
    let content: Content
}
extension Group: View, Stood where Content: View {
    public typealias Body = Never
    public init(@ViewBuilder content: () -> Content) { self.init(content: content()) }
    public func stood(_ environment: EnvironmentValues) -> [Node] { built(content, environment) }
}

public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> {
    public var data: Data
    public var content: (Data.Element) -> Content
}
extension ForEach: View, Stood where Content: View {
    public typealias Body = Never
    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content)
    where Data.Element: Identifiable, ID == Data.Element.ID {
        self.init(data: data, content: content)
    }
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content)
    {
        self.init(data: data, content: content)
    }
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        data.flatMap { element in built(within(environment) { content(element) }, environment) }
    }
}

@MainActor @preconcurrency public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = _ViewModifier_Content<Self>
    @ViewBuilder @MainActor @preconcurrency func body(content: Content) -> Body
}

// swift-format-ignore: NoLeadingUnderscores, AlwaysUseLowerCamelCase
public struct _ViewModifier_Content<Modifier> {
    let nodes: [Node]
}
extension _ViewModifier_Content: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { nodes }
}

extension View {
    nonisolated public func modifier<T: ViewModifier>(_ modifier: T) -> some View {
        nonisolated(unsafe) let modifier = modifier
        return Changed(view: self) { view, environment in
            let content = T.Content(nodes: built(view, environment))
            return built(within(environment) { modifier.body(content: content) }, environment)
        }
    }
}

/// A view with one modifier.
struct Changed<Content: View> {
    let view: Content
    let change: @MainActor (Content, EnvironmentValues) -> [Node]
}
extension Changed: View, Stood {
    typealias Body = Never
    func stood(_ environment: EnvironmentValues) -> [Node] { change(view, environment) }
}

extension View {
    /// A modifier that changes nothing that can be read.
    nonisolated func same() -> Changed<Self> { Changed(view: self) { built($0, $1) } }

    /// A modifier that changes what each of its nodes says.
    nonisolated func each(_ change: @escaping @MainActor (inout Node) -> Void) -> Changed<Self> {
        Changed(view: self) { view, environment in
            built(view, environment).map { node in
                var node = node
                change(&node)
                return node
            }
        }
    }

    /// A modifier that makes one of what stands in it.
    nonisolated func one(_ change: @escaping @MainActor (inout Node) -> Void) -> Changed<Self> {
        Changed(view: self) { view, environment in
            let nodes = built(view, environment)
            var node = nodes.count == 1 ? nodes[0] : Node(.group, children: nodes)
            change(&node)
            return [node]
        }
    }

    /// A modifier that lays more beside or over it.
    nonisolated func with(_ more: @escaping @MainActor (EnvironmentValues) -> [Node]) -> Changed<Self> {
        Changed(view: self) { view, environment in built(view, environment) + more(environment) }
    }

    nonisolated func inside(_ change: @escaping @MainActor (inout EnvironmentValues) -> Void) -> Changed<Self> {
        Changed(view: self) { view, environment in
            var environment = environment
            change(&environment)
            return built(view, environment)
        }
    }
}
