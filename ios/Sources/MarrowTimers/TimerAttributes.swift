import ActivityKit
import Foundation

/// A running timer as a Live Activity shows it: what runs and between which instants. No health data: it stands on a
/// lock screen. The app and its widget share this and nothing else.
public struct TimerAttributes: ActivityAttributes, Sendable {
    public struct ContentState: Codable, Hashable, Sendable {
        public var startedAt: Date
        public var endsAt: Date
        public var title: String

        public init(startedAt: Date, endsAt: Date, title: String) {
            self.startedAt = startedAt
            self.endsAt = endsAt
            self.title = title
        }

        /// An end before its start, after a clock that was set, is none.
        public var interval: ClosedRange<Date> { startedAt...max(startedAt, endsAt) }
    }

    /// The timer's name in the plan.
    public let id: String
    public let link: String

    public init(id: String, link: String) {
        self.id = id
        self.link = link
    }
}
