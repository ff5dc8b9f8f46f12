import MarrowKit
import SwiftUI

/// Whether this phone can be trusted to remind: what fails first, then what holds, how late it was, what is planned.
struct RemindersContent: View {
    let state: RemindersState
    let send: @MainActor (RemindersEvent) -> Void

    var body: some View {
        let failing = state.conditions.filter(\.fails)
        Page {
            if !failing.isEmpty {
                RedStrip(
                    title: words.boardRemindersFail, below: failing.map { $0.need.may(words) }.joined(separator: " ")
                )
                .padding(.horizontal, Measure.cardEdge).padding(.bottom, 8)
            }
            panel {
                ForEach(state.conditions, id: \.need) { condition in
                    if condition != state.conditions.first { Divider() }
                    ConditionRow(condition: condition, words: words) { send(.fix(condition.need)) }
                }
            }
            if let plan = state.health.plan { panel { Coverage(state: state, plan: plan) } }
            SectionHead(text: words.remindersPlanned, count: "\(state.planned.count)")
            // The next ones: enough to see that they are there; all are counted.
            ForEach(Array(state.planned.prefix(30).enumerated()), id: \.offset) { line in
                EntryLine(time: state.times.hourOrDate(line.element.atMs), what: line.element.text)
            }
        } bar: {
            MainButton(
                text: words.remindersTest, writes: state.testAtMs.map { words.remindersTestAt(state.times.hour($0)) }
            ) {
                send(.test)
            }
        }
        .navigationTitle(words.remindersTitle)
        .smallTitle()
    }

    private func panel(@ViewBuilder _ content: () -> some View) -> some View {
        VStack(alignment: .leading, spacing: 0) { content() }
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(Hue.surfaceRaised, in: Corner.card)
            .padding(.horizontal, Measure.cardEdge).padding(.bottom, 8)
    }

    private var words: Words { state.times.words }
}

private struct ConditionRow: View {
    let condition: Condition
    let words: Words
    let fix: @MainActor () -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        let text = condition.said(words)
        let place =
            letters.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 8)) : AnyLayout(HStackLayout(spacing: 12))
        place {
            HStack(alignment: .firstTextBaseline, spacing: 12) {
                mark
                VStack(alignment: .leading, spacing: 2) {
                    Text(text).font(condition.fails ? Letters.value : Letters.body)
                    if condition.held == false && !condition.fails {
                        Text(condition.need.may(words)).font(Letters.label)
                    }
                    if !condition.canBeSet { Text(words.remindersWithheld).font(Letters.label) }
                    if condition.held != true, let path = condition.path { Text(path).font(Letters.label) }
                }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            .accessibilityElement(children: .combine)
            if condition.held == false && condition.canBeSet {
                Button(action: fix) { Text(words.remindersFix).font(Letters.value) }
                    .buttonStyle(Pressed(weight: .tinted))
                    .fixedSize(horizontal: !letters.isAccessibilitySize, vertical: false)
                    .said("\(words.remindersFix), \(text)", called: words.remindersFix)
            }
        }
        .padding(.horizontal, 12).padding(.vertical, 9)
        .frame(minHeight: Measure.target)
    }

    private var mark: some View {
        switch condition.held {
        case true?: Mark(name: "checkmark.circle", hue: .okMark)
        case false? where condition.fails: Mark(name: "xmark.square.fill", hue: .redMark)
        default: Mark(name: "minus.circle", hue: .onSurfaceMuted)
        }
    }
}

/// How far the reminders reach, and how late they came.
private struct Coverage: View {
    let state: RemindersState
    let plan: ReminderPlan

    var body: some View {
        let times = state.times
        let words = times.words
        let until = "\(times.hourOrDate(plan.coverageUntilMs)) · \(times.span(plan.coverageUntilMs - times.nowMs))"
        value(words.remindersCovered, until)
        if let late = state.health.lateness {
            value(words.remindersHalf, words.remindersSeconds("\(late.p50Ms / 1000)"))
            value(words.remindersMost, words.remindersSeconds("\(late.p95Ms / 1000)"))
        } else {
            value(words.remindersFew, "")
        }
        if plan.leftOut > 0 { value(words.remindersLeftOut, "\(plan.leftOut)") }
    }

    private func value(_ name: String, _ value: String) -> some View {
        Ends {
            Text(name).font(Letters.body)
        } second: {
            if !value.isEmpty { Text(value).font(Letters.value) }
        }
        .padding(.horizontal, 12).padding(.vertical, 7)
        .accessibilityElement(children: .combine)
    }
}
