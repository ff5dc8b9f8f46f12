import Foundation

@MainActor @preconcurrency public protocol Shape: Sendable, View {
    nonisolated func path(in rect: CGRect) -> Path
}
extension Shape where Body == Never {
    public var body: Never { fatalError("a shape is not asked for its body") }
}
public protocol InsettableShape: Shape {}

extension Shape {
    nonisolated public func fill<S: ShapeStyle>(_ content: S) -> some View { Drawn(shape: self) }
    nonisolated public func stroke<S: ShapeStyle>(_ content: S, style: StrokeStyle) -> some View { Drawn(shape: self) }
    nonisolated public func stroke(style: StrokeStyle) -> some Shape { Stroked(shape: self) }
}
extension InsettableShape {
    nonisolated public func strokeBorder<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View {
        Drawn(shape: self)
    }
    nonisolated public func strokeBorder<S: ShapeStyle>(_ content: S, style: StrokeStyle) -> some View {
        Drawn(shape: self)
    }
}

/// A shape in a colour: it is asked where it goes, which must not trap.
struct Drawn<Outline: Shape> {
    let shape: Outline
}
extension Drawn: View, Stood {
    typealias Body = Never
    func stood(_ environment: EnvironmentValues) -> [Node] {
        _ = shape.path(in: CGRect(x: 0, y: 0, width: 48, height: 48))
        return []
    }
}
struct Stroked<Outline: Shape>: Shape {
    typealias Body = Never
    let shape: Outline
    nonisolated func path(in rect: CGRect) -> Path { shape.path(in: rect) }
}
extension Stroked: Stood {
    func stood(_ environment: EnvironmentValues) -> [Node] { built(Drawn(shape: shape), environment) }
}

public enum RoundedCornerStyle: Sendable { case circular, continuous }

public struct RoundedRectangle: InsettableShape, Stood {
    public typealias Body = Never
    nonisolated public init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) {}
    nonisolated public func path(in rect: CGRect) -> Path { Path() }
    public func stood(_ environment: EnvironmentValues) -> [Node] { [] }
}
public struct Rectangle: InsettableShape, Stood {
    public typealias Body = Never
    nonisolated public init() {}
    nonisolated public func path(in rect: CGRect) -> Path { Path() }
    public func stood(_ environment: EnvironmentValues) -> [Node] { [] }
}
public struct Capsule: InsettableShape, Stood {
    public typealias Body = Never
    nonisolated public init(style: RoundedCornerStyle = .continuous) {}
    nonisolated public func path(in rect: CGRect) -> Path { Path() }
    public func stood(_ environment: EnvironmentValues) -> [Node] { [] }
}
