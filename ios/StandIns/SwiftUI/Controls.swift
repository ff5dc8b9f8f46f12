import Foundation

public struct ButtonRole: Equatable, Sendable {
    let name: String
    public static let destructive = ButtonRole(name: "destructive")
    public static let cancel = ButtonRole(name: "cancel")
}

public struct Button<Label> {
    let action: @MainActor () -> Void
    let label: Label
}
extension Button: View, Stood where Label: View {
    public typealias Body = Never
    nonisolated public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.init(action: action, label: label())
    }
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        let configuration = ButtonStyleConfiguration(label: .init(nodes: built(label, environment)))
        var node = Node(.button, children: environment.style?(configuration, environment) ?? configuration.label.nodes)
        node.press = action
        node.least = node.children.flatMap(\.all).compactMap(\.least).max()
        return [node]
    }
}
extension Button where Label == Text {
    nonisolated public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {
        self.init(action: action, label: Text(title))
    }
    nonisolated public init<S: StringProtocol>(_ title: S, role: ButtonRole?, action: @escaping @MainActor () -> Void) {
        self.init(action: action, label: Text(title))
    }
}

public struct ButtonStyleConfiguration {
    public struct Label {
        let nodes: [Node]
    }
    public let label: Label
    public let isPressed = false
    public let role: ButtonRole? = nil
}
extension ButtonStyleConfiguration.Label: View, Stood {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { nodes }
}

@MainActor @preconcurrency public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder @MainActor @preconcurrency func makeBody(configuration: Configuration) -> Body
}
extension View {
    nonisolated public func buttonStyle<S: ButtonStyle>(_ style: S) -> some View {
        nonisolated(unsafe) let style = style
        return inside { values in
            values.style = { configuration, environment in
                built(within(environment) { style.makeBody(configuration: configuration) }, environment)
            }
        }
    }
}

public struct Menu<Label, Content> {
    let label: Label
    let content: Content
}
extension Menu: View, Stood where Label: View, Content: View {
    public typealias Body = Never
    public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> Label) {
        self.init(label: label(), content: content())
    }
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        var node = Node(.button, children: built(label, environment))
        node.press = {}
        node.actions = built(content, environment)
        return [node]
    }
}

public struct TextField<Label> {
    let title: String
    let text: Binding<String>
}
extension TextField: View, Stood where Label: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] {
        var node = Node(.field, text.wrappedValue)
        node.label = title
        node.type = { text.wrappedValue = $0 }
        return [node]
    }
}
extension TextField where Label == Text {
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text?, axis: Axis) {
        self.init(title: String(title), text: text)
    }
}
public struct SubmitLabel: Sendable {
    public static var done: SubmitLabel { SubmitLabel() }
    public static var `return`: SubmitLabel { SubmitLabel() }
}

public struct ProgressView<Label, CurrentValueLabel> {}
extension ProgressView where Label == EmptyView, CurrentValueLabel == EmptyView {
    public init() {}
}
extension ProgressView: View, Stood where Label: View, CurrentValueLabel: View {
    public typealias Body = Never
    public func stood(_ environment: EnvironmentValues) -> [Node] { [Node(.image, "progress")] }
}
