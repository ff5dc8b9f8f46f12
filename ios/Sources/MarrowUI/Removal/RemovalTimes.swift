import MarrowKit
import SwiftUI

/// The timer, which needs no hand. What to do stands below it in the core's words.
struct CompressionStep: View {
    let state: RemovalState
    let send: @MainActor (RemovalEvent) -> Void
    @Environment(\.verticalSizeClass) private var height

    var body: some View {
        let until = state.view.header.pressingUntilMs
        VStack(alignment: .leading, spacing: 8) {
            if let until {
                let from = state.last(.startCompression)?.performedAtMs ?? state.times.nowMs
                Dial(fromMs: from, untilMs: until, times: state.times, side: height == .compact ? 160 : 320)
            }
            if let task = state.view.tasks.first(where: { $0.step == RemovalState.compression }) {
                Text(task.title).font(Letters.screen)
            }
            if until != nil {
                Text(state.times.words.removalKeepsRunning).font(Letters.body).foregroundStyle(Hue.onSurfaceMuted)
            }
            if state.stopping, let field = state.field(.endCompression, "ended_early_reason") {
                LineInput(
                    label: field.label, text: state.answers.earlyReason, long: true,
                    done: state.times.words.commonHideKeys
                ) { send(.earlyReason($0)) }
            }
        }
        .padding(.horizontal, Measure.edge).padding(.bottom, 12)
        SoFar(state: state)
    }
}

/// The pressing is over: the one question that it leads to.
struct BleedingStep: View {
    let state: RemovalState

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(state.times.words.removalHasStopped).font(Letters.finding)
                .accessibilityAddTraits(.isHeader)
                .announced(state.times.words.removalHasStopped)
            if let until = state.view.header.pressingUntilMs {
                Text(state.times.words.removalPressedUntil(state.times.hour(until))).font(Letters.body)
                    .foregroundStyle(Hue.onSurfaceMuted)
            }
        }
        .padding(.horizontal, Measure.edge).padding(.vertical, 12)
        SoFar(state: state)
    }
}

/// What is to come, as the core plans it.
struct ObservationStep: View {
    let state: RemovalState

    var body: some View {
        let times = state.times
        Text(times.words.removalWatch).font(Letters.screen).accessibilityAddTraits(.isHeader)
            .padding(.horizontal, Measure.edge).padding(.vertical, 8)
        ForEach(state.view.tasks, id: \.identity) { task in
            EntryLine(time: times.hourOrDate(task.dueAtMs), what: task.title, after: times.relative(task.dueAtMs))
        }
        SoFar(state: state)
    }
}

/// The entries of this removal.
private struct SoFar: View {
    let state: RemovalState

    var body: some View {
        Divider()
        ForEach(state.soFar, id: \.id) { entry in
            EntryLine(
                time: state.times.hourOrDate(entry.performedAtMs),
                what: ([entry.title] + entry.fields.map(\.inLine)).joined(separator: " · "))
        }
    }
}

extension FieldView {
    /// `device EZ-IO`: in a line of several.
    var inLine: String { "\(label.loweredFirst): \(text)" }
}
