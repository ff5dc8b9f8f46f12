package org.marrow.ui.board

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.BoardView
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.MarkButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RedStrip
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.TopBar

/**
 * Every open case, the most urgent first, as the core orders them. No act is done from here: the case must be seen
 * before.
 */
@Composable
fun BoardContent(state: BoardState, onEvent: (BoardEvent) -> Unit) = Cut {
    val words = state.times.words
    Page(
        top = { BoardTop(state, onEvent) },
        covered = state.menu,
        bar = { MainButton(words.boardNewIo, mark = Icons.plus) { onEvent(BoardEvent.NewIo) } },
    ) {
        val board = state.board
        when {
            board == null -> if (state.slow) Sentence(words.boardOpening)
            else -> Cases(board, state, onEvent)
        }
    }
    if (state.menu) BoardMenu(words, onEvent)
}

@Composable
private fun ColumnScope.Cases(board: BoardView, state: BoardState, onEvent: (BoardEvent) -> Unit) {
    if (board.open.isEmpty()) Sentence(state.times.words.boardEmpty)
    board.open.forEachIndexed { at, row ->
        // A row stays its case's when another moves up while a finger is on it.
        key(row.header.case) {
            if (at > 1) Hairline()
            BoardRowContent(row, state.times, first = at == 0, onEvent)
        }
    }
    if (board.closed.isNotEmpty()) {
        Hairline()
        SectionHead(state.times.words.boardClosed, "${board.closed.size}")
        board.closed.forEach { key(it.case) { ClosedRow(it, state.times, onEvent) } }
    }
}

@Composable
private fun ColumnScope.BoardTop(state: BoardState, onEvent: (BoardEvent) -> Unit) {
    val words = state.times.words
    // In large letters the question is longer than the bar is wide.
    val ask = state.recordedBy == null && Look.large
    TopBar(words.boardTitle) {
        if (!ask) WhoRecords(state.recordedBy, words) { onEvent(BoardEvent.WhoRecords) }
        MarkButton(Icons.more, words.boardMenu) { onEvent(BoardEvent.Menu(true)) }
    }
    Row(
        Modifier.fillMaxWidth().padding(horizontal = Size.edge).padding(bottom = 12.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Mark(Icons.kept, size = 20.dp, ink = Look.colours.onSurfaceMuted)
        val kept = state.lastSyncMs?.let { words.boardLastSync(state.times.hourOrDate(it)) } ?: words.boardSaved
        Text(if (state.stale) words.boardStale else kept, style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
    if (ask) OutlinedAction(words.boardNobody, Modifier.fillMaxWidth().padding(Size.edge, 0.dp, Size.edge, 8.dp)) { onEvent(BoardEvent.WhoRecords) }
    if (state.remindersCanFail) {
        RedStrip(words.boardRemindersFail, words.boardRemindersFailMore, Modifier.padding(Size.cardEdge, 0.dp, Size.cardEdge, 8.dp)) {
            onEvent(BoardEvent.RemindersHealth)
        }
    }
    if (state.board?.clockInDoubt == true) {
        OutlinedAction(words.boardClock, Modifier.fillMaxWidth().padding(Size.edge, 0.dp, Size.edge, 8.dp), below = words.boardClockMore) {
            onEvent(BoardEvent.ClockInDoubt)
        }
    }
}

/** One plain sentence where a list would be. */
@Composable
fun Sentence(text: String) {
    Text(text, Modifier.padding(horizontal = Size.edge, vertical = 24.dp), style = Look.type.alias)
}
