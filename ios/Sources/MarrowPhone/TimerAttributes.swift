import ActivityKit
import Foundation
import MarrowKit

/// A running timer as a Live Activity shows it: what runs and between which instants. No health data: it stands on a
/// lock screen.
public struct TimerAttributes: ActivityAttributes, Sendable {
    public struct ContentState: Codable, Hashable, Sendable {
        public var startedAt: Date
        public var endsAt: Date
        public var title: String

        /// An end before its start, after a clock that was set, is none.
        public var interval: ClosedRange<Date> { startedAt...max(startedAt, endsAt) }
    }

    /// The timer's name in the plan.
    public let id: String
    public let link: String
}
