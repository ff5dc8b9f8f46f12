import Foundation

// Where Apple's own is missing: the names and types of BackgroundTasks that Marrow uses.

open class BGTaskRequest: NSObject, @unchecked Sendable {
    public let identifier: String
    public var earliestBeginDate: Date?

    init(named identifier: String) {
        self.identifier = identifier
    }
}

public final class BGAppRefreshTaskRequest: BGTaskRequest, @unchecked Sendable {
    public init(identifier: String) {
        super.init(named: identifier)
    }
}

open class BGTaskScheduler: NSObject, @unchecked Sendable {
    public class var shared: BGTaskScheduler { BGTaskScheduler() }
    public func submit(_ taskRequest: BGTaskRequest) throws {}
}
