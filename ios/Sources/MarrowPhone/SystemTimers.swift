import ActivityKit
import Foundation
import MarrowKit
import MarrowTimers

/// Timers as Live Activities.
public struct SystemTimers: TimersPort {
    public init() {}

    public func show(_ timers: [RunningTimer]) async {
        let wanted = Dictionary(timers.map { ($0.id, Self.state($0)) }) { first, _ in first }
        var shown: Set<String> = []
        for activity in Activity<TimerAttributes>.activities {
            if wanted[activity.attributes.id] == activity.content.state {
                shown.insert(activity.attributes.id)
            } else {
                await activity.end(nil, dismissalPolicy: .immediate)
            }
        }
        guard ActivityAuthorizationInfo().areActivitiesEnabled else { return }
        for timer in timers where !shown.contains(timer.id) {
            let content = ActivityContent(state: Self.state(timer), staleDate: Date(unixMs: timer.endsAtMs))
            // Refused to an app that is not on the screen; the next pass on the screen asks again.
            _ = try? Activity.request(
                attributes: TimerAttributes(id: timer.id, link: timer.link), content: content)
        }
    }

    private static func state(_ timer: RunningTimer) -> TimerAttributes.ContentState {
        TimerAttributes.ContentState(
            startedAt: Date(unixMs: timer.startedAtMs), endsAt: Date(unixMs: timer.endsAtMs), title: timer.title)
    }
}
