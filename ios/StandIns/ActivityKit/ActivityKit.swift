import Foundation

// Where Apple's own is missing: the names and types of ActivityKit that Marrow uses, over a list.

public protocol ActivityAttributes: Decodable, Encodable {
    associatedtype ContentState: Decodable, Encodable, Hashable
}

public struct ActivityContent<State: Decodable & Encodable & Hashable> {
    public let state: State
    public let staleDate: Date?
    public let relevanceScore: Double

    public init(state: State, staleDate: Date?, relevanceScore: Double = 0.0) {
        self.state = state
        self.staleDate = staleDate
        self.relevanceScore = relevanceScore
    }
}

extension ActivityContent: Sendable where State: Sendable {}

public struct ActivityUIDismissalPolicy: Equatable {
    public static var `default`: Self { Self() }
    public static var immediate: Self { Self() }
}

public struct PushType: Equatable {}

public final class ActivityAuthorizationInfo {
    public init() {}
    public var areActivitiesEnabled: Bool { StandInActivities.current.enabled }
}

/// For tests: each has activities of its own.
public final class StandInActivities: @unchecked Sendable {
    @TaskLocal public static var current = StandInActivities()
    fileprivate let lock = NSLock()
    fileprivate var running: [AnyObject] = []
    private var on = true

    public init() {}

    public var enabled: Bool { lock.withLock { on } }
    public func enable(_ on: Bool) { lock.withLock { self.on = on } }
}

public final class Activity<Attributes: ActivityAttributes & Sendable>: Identifiable
where Attributes.ContentState: Sendable {
    public typealias ContentState = Attributes.ContentState
    struct Disabled: Error {}

    public let id = UUID().uuidString
    public let attributes: Attributes
    public private(set) var content: ActivityContent<ContentState>

    private init(_ attributes: Attributes, _ content: ActivityContent<ContentState>) {
        self.attributes = attributes
        self.content = content
    }

    public static var activities: [Activity<Attributes>] {
        let all = StandInActivities.current
        return all.lock.withLock { all.running.compactMap { $0 as? Activity<Attributes> } }
    }

    public static func request(
        attributes: Attributes, content: ActivityContent<ContentState>, pushType: PushType? = nil
    ) throws -> Activity<Attributes> {
        let all = StandInActivities.current
        guard all.enabled else { throw Disabled() }
        let activity = Activity(attributes, content)
        all.lock.withLock { all.running.append(activity) }
        return activity
    }

    public func update(_ content: ActivityContent<ContentState>) async { self.content = content }

    public func end(
        _ content: ActivityContent<ContentState>?, dismissalPolicy: ActivityUIDismissalPolicy = .default
    ) async {
        let all = StandInActivities.current
        all.lock.withLock { all.running.removeAll { $0 === self } }
    }
}
