import MarrowKit
import SwiftUI

/// Every entry, in the order that the core gives: struck ones ruled through and legible, late ones with both times.
struct RecordContent: View {
    let state: RecordState
    let send: @MainActor (RecordEvent) -> Void

    var body: some View {
        let words = state.times.words
        Page(refusal: state.refusal) {
            Ident(header: state.view.header)
        } content: {
            if state.view.gaps > 0 { note(words.recordGaps) }
            if state.view.forks > 0 { note(words.recordForks) }
            ForEach(state.view.record, id: \.id) { entry in
                Divider()
                RecordRow(entry: entry, times: state.times) { send(.open(entry)) }
            }
        } bar: {
            if let undo = state.undo { UndoBand(text: undo, undo: words.caseUndo) { send(.undo) } }
        }
        .navigationTitle(words.caseRecord)
        .smallTitle()
        .sheet(isPresented: bound(state.open != nil) { if !$0 { send(.open(nil)) } }) {
            if let entry = state.open { EntrySheet(entry: entry, state: state, send: send) }
        }
    }

    private func note(_ text: String) -> some View {
        Text(text).font(Letters.status).padding(.horizontal, Measure.edge).padding(.vertical, 8)
    }
}

private struct RecordRow: View {
    let entry: EntryView
    let times: Times
    let open: @MainActor () -> Void
    @Environment(\.dynamicTypeSize) private var letters
    @ScaledMetric(relativeTo: .body) private var column: CGFloat = 52

    var body: some View {
        Button(action: open) {
            let place =
                letters.isAccessibilitySize
                ? AnyLayout(VStackLayout(alignment: .leading, spacing: 2))
                : AnyLayout(HStackLayout(alignment: .firstTextBaseline, spacing: 12))
            place {
                Text(times.hourOrDate(entry.performedAtMs)).font(Letters.value).frame(
                    minWidth: column, alignment: .leading)
                said
            }
            .multilineTextAlignment(.leading)
            .padding(.horizontal, Measure.edge).padding(.vertical, 9)
            .frame(maxWidth: .infinity, minHeight: Measure.action, alignment: .leading)
        }
        .buttonStyle(CardStyle(shape: Rectangle()))
    }

    private var said: some View {
        VStack(alignment: .leading, spacing: 2) {
            Text(entry.title).font(Letters.value).strikethrough(isStruck)
            if !entry.shown.isEmpty {
                Text(entry.shown.map(\.inLine).joined(separator: " · ")).font(Letters.label).strikethrough(isStruck)
            }
            Lines(texts: entry.marks(times), font: Letters.heading)
            if !entry.author.isEmpty { Text(entry.author).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted) }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }

    private var isStruck: Bool { !entry.struck.isEmpty }
}
