import Foundation

// Where Apple's own is missing: the names and types of BackgroundTasks that Marrow uses.

open class BGTaskRequest: NSObject {
    public let identifier: String
    public var earliestBeginDate: Date?

    init(named identifier: String) {
        self.identifier = identifier
    }
}

public final class BGAppRefreshTaskRequest: BGTaskRequest {
    public init(identifier: String) {
        super.init(named: identifier)
    }
}

open class BGTaskScheduler: NSObject {
    public class var shared: BGTaskScheduler { BGTaskScheduler() }
    public func submit(_ taskRequest: BGTaskRequest) throws {}
}
