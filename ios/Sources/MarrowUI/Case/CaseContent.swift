import MarrowKit
import SwiftUI

/// One case: who, where and until when on top, then what is due, what was found, what is to come and what is on record.
struct CaseContent: View {
    let state: CaseState
    let send: @MainActor (CaseEvent) -> Void

    var body: some View {
        Page(refusal: state.refusal) {
            CaseHead(state: state)
        } content: {
            flags(state.view.flags.filter { $0.severity == .red })
            CaseBody(state: state, send: send)
        } bar: {
            if let undo = state.undo { UndoBand(text: undo, undo: words.caseUndo) { send(.undo) } }
            bar
        }
        .navigationTitle(state.view.header.alias)
        .smallTitle()
        .topBar(.surfaceRaised)
        .sheet(isPresented: bound(state.actions) { send(.actions($0)) }) { ActionsSheet(state: state, send: send) }
    }

    @ViewBuilder private var bar: some View {
        switch state.view.header.phase {
        case .closed:
            OutlinedAction(text: words.caseSheet, least: Measure.main) { send(.nursingSheet) }
        case .awaiting:
            ActionBar {
                record
            } main: {
                MainButton(text: words.caseRecordNeedle) { send(.recordNeedle) }
            }
        default:
            ActionBar {
                record
            } main: {
                MainButton(text: words.caseCheck) { send(.check) }
            }
        }
    }

    private var record: some View {
        OutlinedAction(text: words.caseActions, mark: "list.bullet", least: Measure.main) { send(.actions(true)) }
    }

    private func flags(_ flags: [FlagView]) -> some View {
        CaseFlags(flags: flags, state: state, send: send)
    }

    private var words: Words { state.times.words }
}

/// Open flags, one below the other.
struct CaseFlags: View {
    let flags: [FlagView]
    let state: CaseState
    let send: @MainActor (CaseEvent) -> Void

    var body: some View {
        ForEach(flags, id: \.identity) { flag in
            FlagCard(flag: flag, times: state.times, raisedBy: flag.raisedBy(state.view, state.times)) {
                send(.openFlag(flag))
            }
            .padding(.top, 8)
        }
    }
}

private struct CaseBody: View {
    let state: CaseState
    let send: @MainActor (CaseEvent) -> Void

    var body: some View {
        let times = state.times
        if state.view.foreignProtocol { note(times.words.caseForeign) }
        ForEach(state.due, id: \.identity) { TaskCard(task: $0, times: times, send: send) }
        CaseFlags(flags: state.view.flags.filter { $0.severity != .red }, state: state, send: send)
        if !state.coming.isEmpty { SectionHead(text: times.words.caseComing) }
        ForEach(state.coming, id: \.identity) { task in
            EntryLine(time: times.hourOrDate(task.dueAtMs), what: task.title, after: times.relative(task.dueAtMs))
        }
        SectionHead(text: times.words.caseRecord, count: times.words.caseEntries("\(state.view.entries)"))
        // The newest first: what one looks for here has just happened.
        ForEach(state.view.record.reversed().prefix(3), id: \.id) { entry in
            EntryLine(
                time: times.hourOrDate(entry.performedAtMs), what: state.summary(entry), below: entry.author,
                struck: !entry.struck.isEmpty)
        }
        GoRow(text: times.words.caseWholeRecord) { send(.wholeRecord) }
        if state.view.header.phase != .closed { GoRow(text: times.words.caseSheet) { send(.nursingSheet) } }
    }

    private func note(_ text: String) -> some View {
        Text(text).font(Letters.status).padding(.horizontal, Measure.edge).padding(.vertical, 8)
    }
}
