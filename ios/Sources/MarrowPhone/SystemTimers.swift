import ActivityKit
import Foundation
import MarrowKit
import MarrowTimers

/// Timers as Live Activities.
public struct SystemTimers: TimersPort {
    public init() {}

    public func show(_ timers: [RunningTimer]) async {
        let wanted = Dictionary(timers.map { ($0.id, $0) }) { first, _ in first }
        var shown: Set<String> = []
        for activity in Activity<TimerAttributes>.activities {
            guard let timer = wanted[activity.attributes.id] else {
                await activity.end(nil, dismissalPolicy: .immediate)
                continue
            }
            shown.insert(timer.id)
            // In the background one cannot be begun, but changed.
            if activity.content.state != Self.state(timer) { await activity.update(Self.content(timer)) }
        }
        guard ActivityAuthorizationInfo().areActivitiesEnabled else { return }
        for timer in timers where !shown.contains(timer.id) {
            // Refused to an app that is not on the screen; the next pass on the screen asks again.
            _ = try? Activity.request(
                attributes: TimerAttributes(id: timer.id, link: timer.link), content: Self.content(timer))
        }
    }

    private static func content(_ timer: RunningTimer) -> ActivityContent<TimerAttributes.ContentState> {
        ActivityContent(state: state(timer), staleDate: Date(unixMs: timer.endsAtMs))
    }

    private static func state(_ timer: RunningTimer) -> TimerAttributes.ContentState {
        TimerAttributes.ContentState(
            startedAt: Date(unixMs: timer.startedAtMs), endsAt: Date(unixMs: timer.endsAtMs), title: timer.title)
    }
}
