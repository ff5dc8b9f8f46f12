import Foundation

// What stands outside the app's own pages: colours of the system, time that runs by itself, what fills the screen.

extension Color {
    public static let white = Color(red: 1, green: 1, blue: 1)
    public static let teal = Color(red: 0, green: 0.5, blue: 0.5)
}

extension Text {
    public init(
        timerInterval: ClosedRange<Date>, pauseTime: Date? = nil, countsDown: Bool = true, showsHours: Bool = true
    ) {
        self.init(verbatim: countsDown ? "-0:00" : "0:00")
    }
}

extension ProgressView where Label == EmptyView, CurrentValueLabel == EmptyView {
    public init(
        timerInterval: ClosedRange<Date>, countsDown: Bool = true, @ViewBuilder label: () -> Label,
        @ViewBuilder currentValueLabel: () -> CurrentValueLabel
    ) {
        self.init()
    }
}

public struct SafeAreaRegions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let all = SafeAreaRegions(rawValue: .max)
}

extension View {
    nonisolated public func ignoresSafeArea(_ regions: SafeAreaRegions = .all, edges: Edge.Set = .all) -> some View {
        same()
    }
}
