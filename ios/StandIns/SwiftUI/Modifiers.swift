import Foundation

public struct EdgeInsets: Equatable, Sendable {
    public init() {}
    public init(top: CGFloat, leading: CGFloat, bottom: CGFloat, trailing: CGFloat) {}
}
public enum Edge: Sendable {
    case top, leading, bottom, trailing

    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1)
        public static let leading = Set(rawValue: 2)
        public static let bottom = Set(rawValue: 4)
        public static let trailing = Set(rawValue: 8)
        public static let all: Set = [.top, .leading, .bottom, .trailing]
        public static let horizontal: Set = [.leading, .trailing]
        public static let vertical: Set = [.top, .bottom]
    }
}
public enum VerticalEdge: Sendable {
    case top, bottom

    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { self.rawValue = rawValue }
        public static let all = Set(rawValue: 3)
    }
}
public struct Animation: Equatable, Sendable {
    public static func easeOut(duration: TimeInterval) -> Animation { Animation() }
    public static func linear(duration: TimeInterval) -> Animation { Animation() }
}

// Where things stand.
extension View {
    nonisolated public func padding(_ insets: EdgeInsets) -> some View { same() }
    nonisolated public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { same() }
    nonisolated public func padding(_ length: CGFloat) -> some View { same() }
    nonisolated public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center)
        -> some View
    {
        same()
    }
    nonisolated public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
        idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View {
        one { node in
            if let minHeight { node.least = max(node.least ?? 0, minHeight) }
        }
    }
    nonisolated public func fixedSize() -> some View { same() }
    nonisolated public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { same() }
    nonisolated public func offset(x: CGFloat = 0, y: CGFloat = 0) -> some View { same() }
    nonisolated public func alignmentGuide(
        _ guide: HorizontalAlignment, computeValue: @escaping @Sendable (ViewDimensions) -> CGFloat
    ) -> some View { same() }
    nonisolated public func id<ID: Hashable>(_ id: ID) -> some View { same() }
    nonisolated public func safeAreaInset<V: View>(
        edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil,
        @ViewBuilder content: () -> V
    ) -> some View {
        let content = content()
        return Changed(view: self) { view, environment in
            let inset = built(content, environment)
            let nodes = built(view, environment)
            return edge == .top ? inset + nodes : nodes + inset
        }
    }
}

// How things look.
extension View {
    nonisolated public func font(_ font: Font?) -> some View { same() }
    nonisolated public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { same() }
    nonisolated public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { same() }
    nonisolated public func tint(_ tint: Color?) -> some View { same() }
    nonisolated public func opacity(_ opacity: Double) -> some View { same() }
    nonisolated public func clipShape<S: Shape>(_ shape: S) -> some View { same() }
    nonisolated public func contentShape<S: Shape>(_ shape: S, eoFill: Bool = false) -> some View { same() }
    nonisolated public func background<S: ShapeStyle>(_ style: S, ignoresSafeAreaEdges edges: Edge.Set = .all)
        -> some View
    {
        same()
    }
    nonisolated public func background<S: ShapeStyle, T: InsettableShape>(_ style: S, in shape: T) -> some View {
        same()
    }
    nonisolated public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V)
        -> some View
    {
        let content = content()
        return with { built(content, $0) }
    }
    nonisolated public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View
    {
        let content = content()
        return with { built(content, $0) }
    }
    nonisolated public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { same() }
    nonisolated public func labelStyle<S: LabelStyle>(_ style: S) -> some View { same() }
    nonisolated public func privacySensitive(_ sensitive: Bool = true) -> some View { same() }
    nonisolated public func autocorrectionDisabled(_ disable: Bool = true) -> some View {
        each { $0.isExact = disable }
    }
    nonisolated public func submitLabel(_ submitLabel: SubmitLabel) -> some View { same() }
}

// What happens.
extension View {
    nonisolated public func onAppear(perform action: (() -> Void)? = nil) -> some View { same() }
    nonisolated public func onChange<V: Equatable>(
        of value: V, initial: Bool = false, _ action: @escaping (_ oldValue: V, _ newValue: V) -> Void
    ) -> some View { same() }
    nonisolated public func task(
        priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { same() }
    nonisolated public func onLongPressGesture(
        minimumDuration: Double = 0.5, maximumDistance: CGFloat = 10, perform action: @escaping () -> Void,
        onPressingChanged: ((Bool) -> Void)? = nil
    ) -> some View {
        nonisolated(unsafe) let action = action
        return one { $0.press = { action() } }
    }
    nonisolated public func gesture<T: Gesture>(_ gesture: T) -> some View {
        nonisolated(unsafe) let gesture = gesture
        return one { node in node.tap = { gesture.tapped(at: $0) } }
    }
}

@MainActor @preconcurrency public protocol Gesture {
    associatedtype Value
    func tapped(at point: CGPoint)
}
public struct SpatialTapGesture {
    public struct Value: Equatable, Sendable {
        public var location: CGPoint
    }
    private var ended: ((Value) -> Void)?
    public init(count: Int = 1) {}
}
extension SpatialTapGesture: Gesture {
    nonisolated public func onEnded(_ action: @escaping (Value) -> Void) -> some Gesture {
        var gesture = self
        gesture.ended = action
        return gesture
    }
    public func tapped(at point: CGPoint) { ended?(Value(location: point)) }
}
