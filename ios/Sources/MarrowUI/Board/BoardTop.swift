import MarrowKit
import SwiftUI

/// Where the record is, and what may be wrong with the phone. It is not about any patient.
struct BoardTop: View {
    let state: BoardState
    let send: @MainActor (BoardEvent) -> Void

    var body: some View {
        let words = state.times.words
        VStack(alignment: .leading, spacing: 8) {
            HStack(alignment: .firstTextBaseline, spacing: 8) {
                Image(systemName: "iphone").accessibilityHidden(true)
                Text(state.stale ? words.boardStale : kept)
            }
            .font(Letters.label)
            .foregroundStyle(Hue.onSurfaceMuted)
            .padding(.horizontal, Measure.cardEdge)
            if state.remindersCanFail {
                RedStrip(title: words.boardRemindersFail, below: words.boardRemindersFailMore) {
                    send(.remindersHealth)
                }
            }
            if state.board?.clockInDoubt == true {
                OutlinedAction(text: words.boardClock, below: words.boardClockMore) { send(.clockInDoubt) }
            }
        }
        .padding(.horizontal, Measure.cardEdge).padding(.bottom, 8)
    }

    private var kept: String {
        let times = state.times
        return state.lastSyncMs.map { times.words.boardLastSync(times.hourOrDate($0)) } ?? times.words.boardSaved
    }
}

/// Who is recording, in a word; a tap changes it. Nobody yet: the question stands there.
struct WhoRecords: View {
    let name: String?
    let words: Words
    let send: @MainActor (BoardEvent) -> Void
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        Button {
            send(.whoRecords)
        } label: {
            HStack(spacing: 6) {
                Image(systemName: name == nil ? "person.crop.circle.badge.questionmark" : "person.crop.circle")
                if let shown { Text(shown).font(Letters.heading) }
            }
            .frame(minWidth: 44, minHeight: 44)
        }
        .said(name.map(words.boardRecordsAs) ?? words.boardNobody, called: name ?? words.boardNobody)
    }

    private var shown: String? {
        guard let name else { return words.boardNobody }
        return name.count <= 10 && !letters.isAccessibilitySize ? name : nil
    }
}

/// What is not a case: the phone's reminders, reference, policy, settings.
struct BoardMenu: View {
    let words: Words
    let send: @MainActor (BoardEvent) -> Void

    var body: some View {
        Menu {
            ForEach(MenuEntry.allCases, id: \.self) { entry in
                Button(entry.name(words)) { send(.go(entry)) }
            }
        } label: {
            Image(systemName: "ellipsis.circle").frame(minWidth: 44, minHeight: 44)
        }
        .said(words.boardMenu)
    }
}
