import MarrowKit
import SwiftUI

/// Every open case, the most urgent first, as the core orders them. No act is done from here: the case must be seen
/// before.
struct BoardContent: View {
    let state: BoardState
    /// The case whose page stands beside the board.
    var open: CaseId?
    let send: @MainActor (BoardEvent) -> Void
    @State private var slow = false

    var body: some View {
        let words = state.times.words
        List {
            BoardTop(state: state, send: send).plainRow()
            if let board = state.board {
                cases(board)
            } else if slow {
                Sentence(text: words.boardOpening).plainRow()
            }
        }
        .listStyle(.plain)
        .scrollContentBackground(.hidden)
        .background(Hue.surface)
        .foregroundStyle(Hue.onSurface)
        .safeAreaInset(edge: .bottom, spacing: 0) { bar }
        .navigationTitle(words.boardTitle)
        .navigationBarTitleDisplayMode(.large)
        .toolbar {
            ToolbarItem(placement: .navigation) { WhoRecords(name: state.recordedBy, words: words, send: send) }
            ToolbarItem(placement: .primaryAction) { BoardMenu(words: words, send: send) }
        }
        .privacySensitive()
        .task {
            // A page that is there at once does not say that it is being waited for.
            try? await Task.sleep(for: .milliseconds(300))
            slow = true
        }
    }

    @ViewBuilder private func cases(_ board: BoardView) -> some View {
        if board.open.isEmpty { Sentence(text: state.times.words.boardEmpty).plainRow() }
        ForEach(board.open, id: \.header.case) { row in
            CaseRow(
                row: row, times: state.times, first: row.header.case == board.open.first?.header.case,
                isOpen: row.header.case == open, send: send)
        }
        if !board.closed.isEmpty {
            Section {
                ForEach(board.closed, id: \.case) { header in
                    ClosedRow(header: header, times: state.times, isOpen: header.case == open, send: send)
                }
            } header: {
                SectionHead(text: state.times.words.boardClosed, count: "\(board.closed.count)")
                    .listRowInsets(EdgeInsets())
            }
        }
    }

    private var bar: some View {
        VStack(spacing: 0) {
            Divider()
            MainButton(text: state.times.words.boardNewIo, mark: "plus") { send(.newIo) }
                .padding(.horizontal, Measure.edge).padding(.vertical, 12)
                .frame(maxWidth: Measure.form)
        }
        .frame(maxWidth: .infinity)
        .background(Hue.surface)
    }
}

extension View {
    /// In a list, without the list's own lines and margins.
    func plainRow() -> some View {
        frame(maxWidth: .infinity, alignment: .leading)
            .listRowInsets(EdgeInsets()).listRowSeparator(.hidden).listRowBackground(Color.clear)
    }
}
