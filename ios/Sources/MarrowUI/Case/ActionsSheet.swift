import MarrowKit
import SwiftUI

/// All that can be recorded in a case, in up to four groups, two columns.
struct ActionsSheet: View {
    let state: CaseState
    let send: @MainActor (CaseEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        let words = state.times.words
        SheetPage(title: words.caseActions, close: words.commonClose, onClose: { send(.actions(false)) }) {
            ForEach(state.groups, id: \.self) { group in
                SectionHead(text: group.title)
                ChipGrid(columns: letters.isAccessibilitySize ? 1 : 2) {
                    ForEach(group.actions, id: \.self) { action in
                        OutlinedAction(text: action.name(state)) { send(.record(action)) }
                    }
                }
                .padding(.horizontal, Measure.edge).padding(.vertical, 4)
            }
        }
    }
}
