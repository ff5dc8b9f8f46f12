import Foundation

public protocol ShapeStyle: Sendable {
    associatedtype Resolved: ShapeStyle = Never
    func resolve(in environment: EnvironmentValues) -> Resolved
}
extension ShapeStyle where Resolved == Never {
    public func resolve(in environment: EnvironmentValues) -> Never { fatalError("a style of the system") }
}
extension Never: ShapeStyle {}

public struct Color: Hashable, ShapeStyle {
    public enum RGBColorSpace: Sendable { case sRGB, sRGBLinear, displayP3 }

    let parts: [Double]
    public init(_ colorSpace: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1) {
        parts = [red, green, blue, opacity]
    }
    public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
}
extension Color: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { [] }
}

public struct AnyShapeStyle: ShapeStyle {
    public init<S: ShapeStyle>(_ style: S) {}
}

public enum CGLineCap: Sendable { case butt, round, square }
public enum CGLineJoin: Sendable { case miter, round, bevel }

public struct StrokeStyle: Equatable, Sendable {
    public init(
        lineWidth: CGFloat = 1, lineCap: CGLineCap = .butt, lineJoin: CGLineJoin = .miter, miterLimit: CGFloat = 10,
        dash: [CGFloat] = [], dashPhase: CGFloat = 0
    ) {}
}

public struct Angle: Hashable, Sendable {
    public var degrees: Double
    public static func degrees(_ degrees: Double) -> Angle { Angle(degrees: degrees) }
}

public struct CGAffineTransform: Equatable, Sendable {
    let x: CGFloat
    let y: CGFloat
    public init(scaleX: CGFloat, y: CGFloat) { (x, self.y) = (scaleX, y) }
}

/// It keeps the points that it is made of, control points too, so that tests can see where it goes.
public struct Path: Equatable, Sendable {
    public private(set) var points: [CGPoint] = []

    public init() {}
    public init(ellipseIn rect: CGRect) {
        points = [CGPoint(x: rect.minX, y: rect.minY), CGPoint(x: rect.maxX, y: rect.maxY)]
    }
    public init(_ callback: (inout Path) -> Void) { callback(&self) }
    public mutating func move(to end: CGPoint) { points.append(end) }
    public mutating func addLine(to end: CGPoint) { points.append(end) }
    public mutating func addCurve(to end: CGPoint, control1: CGPoint, control2: CGPoint) {
        points += [control1, control2, end]
    }
    public mutating func addArc(
        center: CGPoint, radius: CGFloat, startAngle: Angle, endAngle: Angle, clockwise: Bool,
        transform: CGAffineTransform = CGAffineTransform(scaleX: 1, y: 1)
    ) {
        points.append(center)
    }
    public mutating func closeSubpath() {}
    public func applying(_ transform: CGAffineTransform) -> Path {
        var path = Path()
        path.points = points.map { CGPoint(x: $0.x * transform.x, y: $0.y * transform.y) }
        return path
    }
    public var boundingRect: CGRect {
        guard let first = points.first else { return .zero }
        let x = points.map(\.x)
        let y = points.map(\.y)
        let origin = CGPoint(x: x.min() ?? first.x, y: y.min() ?? first.y)
        return CGRect(
            origin: origin, size: CGSize(width: (x.max() ?? 0) - origin.x, height: (y.max() ?? 0) - origin.y))
    }
}

public struct GraphicsContext {
    public struct Shading: Sendable {
        public static func color(_ color: Color) -> Shading { Shading() }
    }
    final class Count: @unchecked Sendable {
        var paths = 0
    }
    let count = Count()
    public internal(set) var environment = EnvironmentValues()
    public var opacity = 1.0

    public func stroke(_ path: Path, with shading: Shading, lineWidth: CGFloat = 1) { drawn(path) }
    public func fill(_ path: Path, with shading: Shading) { drawn(path) }
    public mutating func translateBy(x: CGFloat, y: CGFloat) {}
    public mutating func scaleBy(x: CGFloat, y: CGFloat) {}
    public mutating func clip(to path: Path) {}

    private func drawn(_ path: Path) {
        precondition(path.points.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "a path goes nowhere")
        count.paths += 1
    }
}

public struct Canvas<Symbols> {
    let renderer: (inout GraphicsContext, CGSize) -> Void
}
extension Canvas where Symbols == EmptyView {
    public init(
        opaque: Bool = false, rendersAsynchronously: Bool = false,
        renderer: @escaping (inout GraphicsContext, CGSize) -> Void
    ) {
        self.init(renderer: renderer)
    }
}
extension Canvas: View, Stood where Symbols: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        var context = GraphicsContext()
        context.environment = environment
        let count = context.count
        renderer(&context, CGSize(width: environment.page.width, height: 320))
        var node = Node(.canvas)
        node.strokes = count.paths
        return [node]
    }
}
