import Foundation

public protocol Animatable {}

public protocol Layout: Animatable, Sendable {
    associatedtype Cache = Void
    typealias Subviews = LayoutSubviews
    func makeCache(subviews: Subviews) -> Cache
    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache) -> CGSize
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache)
}
extension Layout where Cache == Void {
    public func makeCache(subviews: Subviews) {}
}
extension Layout {
    public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { LaidOut(content: content()) }
}

struct LaidOut<Content: View> {
    let content: Content
}
extension LaidOut: View, Stood {
    typealias Body = Never
    func stood(_ environment: EnvironmentValues) -> [Node] { [Node(.group, children: built(content, environment))] }
}

public struct ProposedViewSize: Equatable, Sendable {
    public var width: CGFloat?
    public var height: CGFloat?
    public init(width: CGFloat?, height: CGFloat?) { (self.width, self.height) = (width, height) }
    public static let unspecified = ProposedViewSize(width: nil, height: nil)
}

/// For tests: what is laid out is as large as a closure says, and tells where it was put.
public struct LayoutSubview {
    let size: (ProposedViewSize) -> CGSize
    let placed: (CGPoint, ProposedViewSize) -> Void

    public init(size: @escaping (ProposedViewSize) -> CGSize, placed: @escaping (CGPoint, ProposedViewSize) -> Void) {
        (self.size, self.placed) = (size, placed)
    }
    public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { size(proposal) }
    public func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) {
        placed(position, proposal)
    }
}
public struct LayoutSubviews: RandomAccessCollection {
    let views: [LayoutSubview]
    public init(_ views: [LayoutSubview]) { self.views = views }
    public var startIndex: Int { 0 }
    public var endIndex: Int { views.count }
    public subscript(index: Int) -> LayoutSubview { views[index] }
}

public struct AnyLayout: Layout {
    public init<L: Layout>(_ layout: L) {}
    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}
public struct HStackLayout: Layout {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil) {}
    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}
public struct VStackLayout: Layout {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil) {}
    public func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize { .zero }
    public func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {}
}
