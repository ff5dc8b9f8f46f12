import MarrowKit
import SwiftUI

/// All screens, as the flow leads through them: one stack of pages on a phone, the board beside what was opened from it
/// where both fit.
public struct MarrowScreens: View {
    @Bindable private var flow: MarrowFlow
    @Environment(\.horizontalSizeClass) private var width
    /// Left to iOS, an iPad that is held upright would begin with an empty page and hide the board.
    @State private var columns = NavigationSplitViewVisibility.all

    public init(flow: MarrowFlow) {
        self.flow = flow
    }

    public var body: some View {
        Group {
            if let trouble = flow.trouble {
                TroubleContent(trouble: trouble, words: flow.times.words, ofLast: flow.ofLast) { flow.tryAgain() }
            } else if width == .regular {
                beside
            } else {
                NavigationStack(path: $flow.path) {
                    board(open: nil).navigationDestination(for: Visit.self) { VisitScreen(visit: $0, stale: stale) }
                }
            }
        }
        .inked()
    }

    private var beside: some View {
        NavigationSplitView(columnVisibility: $columns) {
            board(open: flow.place.aboutCase).navigationSplitViewColumnWidth(min: 320, ideal: 411, max: 480)
        } detail: {
            NavigationStack(path: $flow.path) {
                Page { Text(flow.times.words.boardChoose).font(Letters.body).padding(Measure.edge) }
                    .navigationDestination(for: Visit.self) { VisitScreen(visit: $0, stale: stale) }
            }
        }
        .navigationSplitViewStyle(.balanced)
    }

    /// What was recorded last is, and could not be read again: in words.
    private var stale: String? { flow.isStale ? flow.times.words.boardStale : nil }

    /// - Parameter open: the case whose page stands beside it.
    @ViewBuilder private func board(open: CaseId?) -> some View {
        if let board = flow.board { BoardScreen(model: board, open: open) }
    }
}

/// The screen of a place. What has not been read yet is an empty page, not another's.
private struct VisitScreen: View {
    let visit: Visit
    /// On every page: whoever still sees as due what she has done would do it again.
    let stale: String?

    var body: some View {
        VStack(spacing: 0) {
            if let stale {
                Text(stale).font(Letters.status).frame(maxWidth: .infinity, alignment: .leading)
                    .padding(.horizontal, Measure.edge).padding(.vertical, 8)
            }
            screen.frame(maxWidth: .infinity, maxHeight: .infinity)
        }
        .background(Hue.surface)
    }

    @ViewBuilder private var screen: some View {
        switch visit.screen {
        case .case(let model): CaseScreen(model: model)
        case .newIo(let model): NewIoScreen(model: model)
        case .form(let model): FormScreen(model: model)
        case .removal(let model): RemovalScreen(model: model)
        case .flag(let model): FlagScreen(model: model)
        case .record(let model): RecordScreen(model: model)
        case .sheet(let model): SheetScreen(model: model)
        case .reminders(let model): RemindersScreen(model: model)
        case .reference(let model): ReferenceScreen(model: model)
        case .policy(let model): PolicyScreen(model: model)
        case .settings(let model): SettingsScreen(model: model)
        }
    }
}
