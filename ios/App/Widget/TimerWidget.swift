import ActivityKit
import MarrowTimers
import SwiftUI
import WidgetKit

@main
struct MarrowWidgets: WidgetBundle {
    var body: some Widget {
        TimerWidget()
    }
}

/// A running timer on the lock screen and in the island: digits that count down by themselves, and what has passed as a
/// thick line in a thin one. What runs is said by the core, and says nothing of a patient.
struct TimerWidget: Widget {
    var body: some WidgetConfiguration {
        ActivityConfiguration(for: TimerAttributes.self) { context in
            TimerCard(timer: context.state)
                .padding(16)
                .widgetURL(URL(string: context.attributes.link))
        } dynamicIsland: { context in
            DynamicIsland {
                DynamicIslandExpandedRegion(.bottom) { TimerCard(timer: context.state) }
            } compactLeading: {
                Image(systemName: "timer").accessibilityHidden(true)
            } compactTrailing: {
                TimerDigits(timer: context.state).frame(maxWidth: 52)
            } minimal: {
                Image(systemName: "timer").accessibilityLabel(context.state.title)
            }
            .widgetURL(URL(string: context.attributes.link))
        }
    }
}

private struct TimerCard: View {
    let timer: TimerAttributes.ContentState

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(timer.title).font(.headline)
            TimerDigits(timer: timer).font(.largeTitle)
            ProgressView(timerInterval: timer.interval, countsDown: false) {
                EmptyView()
            } currentValueLabel: {
                EmptyView()
            }
            .accessibilityHidden(true)
        }
        .accessibilityElement(children: .combine)
    }
}

private struct TimerDigits: View {
    let timer: TimerAttributes.ContentState

    var body: some View {
        Text(timerInterval: timer.interval, countsDown: true).monospacedDigit()
    }
}
