import MarrowKit
import SwiftUI

/// A frame around the nursing sheet: which case, which language, where it goes.
struct SheetContent: View {
    let state: SheetState
    let send: @MainActor (SheetEvent) -> Void

    var body: some View {
        let words = state.times.words
        Page(widest: 900) {
            Ident(header: state.header)
        } content: {
            VStack(alignment: .leading, spacing: 12) {
                Languages(chosen: state.lang, words: words) { send(.language($0)) }
                Group {
                    if let document = state.document { Paper(document: document) } else { ProgressView() }
                }
                .frame(maxWidth: .infinity, minHeight: 480)
                .background(Hue.surfaceSunk)
                Text(words.sheetPrivate).font(Letters.label).foregroundStyle(Hue.onSurfaceMuted)
            }
            .padding(.horizontal, Measure.edge).padding(.vertical, 4)
        } bar: {
            ActionBar {
                OutlinedAction(text: words.sheetShare, mark: "square.and.arrow.up", least: Measure.main) {
                    send(.share)
                }
            } main: {
                MainButton(text: words.sheetPrint, mark: "printer") { send(.print) }
            }
        }
        .navigationTitle(words.caseSheet)
        .smallTitle()
    }
}
