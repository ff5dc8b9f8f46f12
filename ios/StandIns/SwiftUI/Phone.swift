@_exported import UIKit

public struct HoverEffect {
    public static var automatic: HoverEffect { HoverEffect() }
}

extension View {
    nonisolated public func keyboardType(_ type: UIKeyboardType) -> some View { each { $0.keys = type } }
    nonisolated public func hoverEffect(_ effect: HoverEffect = .automatic) -> some View { same() }
}

@MainActor @preconcurrency public protocol UIViewRepresentable: View where Body == Never {
    associatedtype UIViewType: UIView
    associatedtype Coordinator = Void
    typealias Context = UIViewRepresentableContext<Self>
    @MainActor @preconcurrency func makeUIView(context: Context) -> UIViewType
    @MainActor @preconcurrency func updateUIView(_ uiView: UIViewType, context: Context)
    @MainActor @preconcurrency func makeCoordinator() -> Coordinator
}
extension UIViewRepresentable {
    /// Made and filled, as the system would.
    func shown() -> [Node] {
        let context = Context(coordinator: makeCoordinator())
        updateUIView(makeUIView(context: context), context: context)
        return [Node(.image)]
    }
}
extension UIViewRepresentable where Coordinator == Void {
    public func makeCoordinator() {}
}
@MainActor @preconcurrency public struct UIViewRepresentableContext<Representable: UIViewRepresentable> {
    public let coordinator: Representable.Coordinator
}

public enum UIKeyboardType: Int, Sendable {
    case `default`, numbersAndPunctuation, decimalPad
}
