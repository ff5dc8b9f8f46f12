import MarrowKit
import SwiftUI

/// What can be done on each of the five pages.
struct RemovalBar: View {
    let state: RemovalState
    let step: RemovalStep
    let send: @MainActor (RemovalEvent) -> Void

    var body: some View {
        switch step {
        case .antiseptic:
            ActionBar {
                OutlinedAction(text: words.removalWithout, least: Measure.main) { send(.withoutAntiseptic) }
            } main: {
                MainButton(text: words.removalAntisepticDone, writes: now) { send(.antiseptic) }
            }
        case .takeOut:
            ActionBar {
                twoTaps
            } main: {
                HoldButton(text: words.removalHold) { send(.takeOut) }
            }
        case .compression: compression
        case .bleeding:
            EqualBar {
                OutlinedAction(text: words.commonNo, least: Measure.main) { send(.stopped(bleedingStopped: false)) }
                    .said("\(words.removalHasStopped) \(words.commonNo)", called: words.commonNo)
                OutlinedAction(text: words.commonYes, least: Measure.main) { send(.stopped(bleedingStopped: true)) }
                    .said("\(words.removalHasStopped) \(words.commonYes)", called: words.commonYes)
            }
        case .observation: MainButton(text: words.removalBackToCase) { send(.done) }
        }
    }

    /// The second tap, beside the first.
    private var twoTaps: some View {
        OutlinedAction(text: words.removalTwoTaps, least: Measure.main) { send(.confirm(true)) }
            .confirmationDialog(
                words.removalIsItOut, isPresented: bound(state.confirming) { send(.confirm($0)) },
                titleVisibility: .visible
            ) {
                Button(words.removalYesOut) { send(.takeOut) }
                Button(words.removalNotYet, role: .cancel) { send(.confirm(false)) }
            }
    }

    @ViewBuilder private var compression: some View {
        if state.view.header.pressingUntilMs == nil {
            MainButton(text: words.removalPress, writes: now) { send(.press) }
        } else if state.stopping {
            EqualBar {
                OutlinedAction(text: words.removalGoOn, least: Measure.main) { send(.stopEarly(false)) }
                OutlinedAction(text: words.removalStop, least: Measure.main) { send(.stoppedEarly) }
            }
        } else {
            OutlinedAction(text: words.removalStopEarly, least: Measure.main) { send(.stopEarly(true)) }
        }
    }

    private var now: String { state.times.hour(state.times.nowMs) }
    private var words: Words { state.times.words }
}
