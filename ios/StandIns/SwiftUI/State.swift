import Foundation

public protocol DynamicProperty {}

@propertyWrapper public struct State<Value>: DynamicProperty {
    private final class Box {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
    private let box: Box

    public init(wrappedValue value: Value) { box = Box(value) }
    public init(initialValue value: Value) { box = Box(value) }
    public var wrappedValue: Value {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    public var projectedValue: Binding<Value> {
        let held = Held(box)
        return Binding(get: { held.box.value }, set: { held.box.value = $0 })
    }

    private struct Held: @unchecked Sendable {
        let box: Box
        init(_ box: Box) { self.box = box }
    }
}

/// What iOS keeps for a window. Here it is as it was declared.
@propertyWrapper public struct SceneStorage<Value>: DynamicProperty {
    let state: State<Value>

    public var wrappedValue: Value {
        get { state.wrappedValue }
        nonmutating set { state.wrappedValue = newValue }
    }
    public var projectedValue: Binding<Value> { state.projectedValue }
}
extension SceneStorage where Value == String {
    public init(wrappedValue: Value, _ key: String) { self.init(state: State(wrappedValue: wrappedValue)) }
}

@propertyWrapper @dynamicMemberLookup public struct Binding<Value> {
    private let get: @isolated(any) @Sendable () -> Value
    private let set: @isolated(any) @Sendable (Value) -> Void

    @preconcurrency public init(
        get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void
    ) {
        (self.get, self.set) = (get, set)
    }

    public var wrappedValue: Value {
        get { unsafeBitCast(get, to: (@Sendable () -> Value).self)() }
        nonmutating set { unsafeBitCast(set, to: (@Sendable (Value) -> Void).self)(newValue) }
    }
    public var projectedValue: Binding<Value> { self }
    public static func constant(_ value: Value) -> Binding<Value> {
        nonisolated(unsafe) let value = value
        return Binding(get: { value }, set: { _ in })
    }
    public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
        nonisolated(unsafe) let (whole, keyPath) = (self, keyPath)
        return Binding<Subject>(
            get: { whole.wrappedValue[keyPath: keyPath] }, set: { whole.wrappedValue[keyPath: keyPath] = $0 })
    }
}

extension Binding: @unchecked Sendable where Value: Sendable {}

@propertyWrapper public struct Environment<Value>: DynamicProperty {
    private let keyPath: KeyPath<EnvironmentValues, Value>

    public init(_ keyPath: KeyPath<EnvironmentValues, Value>) { self.keyPath = keyPath }
    public var wrappedValue: Value { EnvironmentValues.current[keyPath: keyPath] }
}

/// What is typed into now: none, or as a test says, all that there is.
@propertyWrapper public struct FocusState<Value: Hashable>: DynamicProperty {
    public struct Binding {}

    public init() where Value == Bool {}
    public var wrappedValue: Value {
        get { EnvironmentValues.current.standInTyping as! Value }
        nonmutating set {
            let isAway = newValue as? Bool == false
            MainActor.assumeIsolated { StandInKeys.isAway = isAway }
        }
    }
    public var projectedValue: Binding { Binding() }
}
/// For tests: the keys were put away.
@MainActor public enum StandInKeys {
    public static var isAway = false
}
extension View {
    nonisolated public func focused(_ condition: FocusState<Bool>.Binding) -> some View { same() }
}

@propertyWrapper public struct ScaledMetric<Value: BinaryFloatingPoint>: DynamicProperty {
    public let wrappedValue: Value

    public init(wrappedValue: Value, relativeTo textStyle: Font.TextStyle) { self.wrappedValue = wrappedValue }
}

public struct EnvironmentValues {
    /// Of the view whose body is being evaluated, always on the main thread.
    nonisolated(unsafe) static var current = EnvironmentValues()

    public var colorScheme = ColorScheme.light
    public var dynamicTypeSize = DynamicTypeSize.large
    public var horizontalSizeClass: UserInterfaceSizeClass? = .compact
    public var verticalSizeClass: UserInterfaceSizeClass? = .regular
    public internal(set) var colorSchemeContrast = ColorSchemeContrast.standard
    public internal(set) var accessibilityReduceMotion = false

    var style: (@MainActor (ButtonStyleConfiguration, EnvironmentValues) -> [Node])?
    /// How large the page is, and whether what lies side by side has no room.
    var page = CGSize(width: 402, height: 760)
    var isNarrow = false
    /// For tests: whatever can be typed into is.
    public var standInTyping = false
    /// The stack of pages that it stands in.
    var stack: Stack?

    public init() {}

    /// For tests: what the system decides and an app cannot set.
    public static func test(
        _ letters: DynamicTypeSize = .large, dark: Bool = false, strong: Bool = false, still: Bool = false,
        narrow: Bool = false, low: Bool = false, wide: Bool = false, page: CGSize = CGSize(width: 402, height: 760)
    ) -> EnvironmentValues {
        var values = EnvironmentValues()
        values.dynamicTypeSize = letters
        values.colorScheme = dark ? .dark : .light
        values.colorSchemeContrast = strong ? .increased : .standard
        values.accessibilityReduceMotion = still
        values.isNarrow = narrow
        values.page = page
        values.verticalSizeClass = low ? .compact : .regular
        values.horizontalSizeClass = wide ? .regular : .compact
        return values
    }
}

public enum ColorScheme: CaseIterable, Sendable { case light, dark }
public enum ColorSchemeContrast: CaseIterable, Sendable { case standard, increased }
public enum UserInterfaceSizeClass: Sendable { case compact, regular }

public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5

    public var isAccessibilitySize: Bool { self >= .accessibility1 }
}

extension View {
    nonisolated public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        nonisolated(unsafe) let (keyPath, value) = (keyPath, value)
        return inside { $0[keyPath: keyPath] = value }
    }
}

@propertyWrapper @dynamicMemberLookup public struct Bindable<Value> {
    public var wrappedValue: Value

    public init(wrappedValue: Value) where Value: AnyObject { self.wrappedValue = wrappedValue }
    public var projectedValue: Bindable<Value> { self }
    public subscript<Subject>(dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>) -> Binding<Subject>
    where Value: AnyObject {
        nonisolated(unsafe) let (value, keyPath) = (wrappedValue, keyPath)
        return Binding(get: { value[keyPath: keyPath] }, set: { value[keyPath: keyPath] = $0 })
    }
}
