import ActivityKit
import SwiftUI

// Where Apple's own is missing: the names and types of WidgetKit that Marrow uses.

@MainActor @preconcurrency public protocol WidgetConfiguration {}

@MainActor @preconcurrency public protocol Widget {
    associatedtype Body: WidgetConfiguration
    init()
    var body: Body { get }
}

@resultBuilder public enum WidgetBundleBuilder {
    @MainActor public static func buildBlock<Content: Widget>(_ content: Content) -> some Widget { content }
}

@MainActor @preconcurrency public protocol WidgetBundle {
    associatedtype Body: Widget
    init()
    @WidgetBundleBuilder var body: Body { get }
}

extension WidgetBundle {
    public static func main() {}
}

public struct ActivityViewContext<Attributes: ActivityAttributes & Sendable> where Attributes.ContentState: Sendable {
    public let attributes: Attributes
    public let state: Attributes.ContentState
    public let isStale: Bool

    /// For tests.
    public init(standIn attributes: Attributes, state: Attributes.ContentState, isStale: Bool = false) {
        (self.attributes, self.state, self.isStale) = (attributes, state, isStale)
    }
}

@MainActor @preconcurrency
public struct ActivityConfiguration<Attributes: ActivityAttributes & Sendable>: WidgetConfiguration
where Attributes.ContentState: Sendable {
    public init<Content: View>(
        for attributesType: Attributes.Type,
        @ViewBuilder content: @escaping (ActivityViewContext<Attributes>) -> Content,
        dynamicIsland: @escaping (ActivityViewContext<Attributes>) -> DynamicIsland
    ) {}
}

public struct DynamicIslandExpandedRegionPosition {
    public static var leading: Self { Self() }
    public static var trailing: Self { Self() }
    public static var center: Self { Self() }
    public static var bottom: Self { Self() }
}

public struct DynamicIslandExpandedRegion<Content: View> {
    public init(
        _ position: DynamicIslandExpandedRegionPosition, priority: Double = 0,
        @ViewBuilder content: @escaping () -> Content
    ) {}
}

@resultBuilder public enum DynamicIslandExpandedContentBuilder {
    public static func buildBlock<each Content: View>(_ content: repeat DynamicIslandExpandedRegion<each Content>) {}
}

@MainActor @preconcurrency
public struct DynamicIsland {
    public init<Leading: View, Trailing: View, Minimal: View>(
        @DynamicIslandExpandedContentBuilder expanded: @escaping () -> Void,
        @ViewBuilder compactLeading: @escaping () -> Leading, @ViewBuilder compactTrailing: @escaping () -> Trailing,
        @ViewBuilder minimal: @escaping () -> Minimal
    ) {}

    public func widgetURL(_ url: URL?) -> DynamicIsland { self }
}

extension View {
    nonisolated public func widgetURL(_ url: URL?) -> some View { self }
}
