import MarrowKit
import SwiftUI

/// A task that is due, until when it was put off, and what can be done about it. Read aloud as one, with the same acts as
/// actions of what is read.
struct TaskCard: View {
    let task: TaskView
    let times: Times
    let send: @MainActor (CaseEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        VStack(alignment: .leading, spacing: 10) {
            head
                .accessibilityElement(children: .ignore)
                .said(said)
                .accessibilityActions { actions(named: false) }
            buttons
        }
        .padding(.horizontal, 8).padding(.vertical, 10)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Hue.surfaceRaised, in: Corner.card)
        .padding(.horizontal, Measure.cardEdge).padding(.top, 8)
    }

    private var head: some View {
        let place =
            letters.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 6))
            : AnyLayout(HStackLayout(alignment: .top, spacing: 12))
        return place {
            StatusPlate(task: task, times: times)
            VStack(alignment: .leading, spacing: 2) {
                Text(task.title).font(Letters.alias)
                if let later { Text(later).font(Letters.heading) }
                Text(whose(task.source)).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            }
        }
    }

    private var buttons: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 8) { actions(named: true) }
            VStack(spacing: 8) { actions(named: true) }
        }
    }

    /// The buttons of every card have the same words: read aloud by themselves they name the task too.
    @ViewBuilder private func actions(named: Bool) -> some View {
        let words = times.words
        if task.oneTap != nil {
            act(words.caseDone, .tinted, named, .done(task))
        } else if task.acknowledgeable {
            act(words.caseSeen, .tinted, named, .seen(task))
        } else {
            act(words.caseOpen, .tinted, named, .open(task))
        }
        act(words.caseLater, .words, named, .later(task))
        if task.skippable { act(words.caseNotThisTime, .words, named, .notThisTime(task)) }
    }

    private func act(_ text: String, _ weight: Pressed.Weight, _ named: Bool, _ event: CaseEvent) -> some View {
        Button {
            send(event)
        } label: {
            Text(text).font(Letters.value)
        }
        .buttonStyle(Pressed(weight: weight))
        .said(named ? "\(text), \(task.title)" : text, called: text)
    }

    private var later: String? { task.laterUntilMs.map { times.words.caseLaterUntil(times.hourOrDate($0)) } }

    private var said: String {
        [
            task.title, task.statusText, times.hourOrDate(task.dueAtMs), times.relative(task.dueAtMs), later,
            whose(task.source),
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
