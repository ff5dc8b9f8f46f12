package org.marrow.ui.board

import org.marrow.ffi.BoardView
import org.marrow.ffi.CaseHeader
import org.marrow.ffi.CaseId
import org.marrow.ui.time.Times

/** What the board shows. */
data class BoardState(
    val times: Times,
    /** None: it is still being read. */
    val board: BoardView?,
    /** It has been waited for so long that the page says so. */
    val slow: Boolean = false,
    /** Who is recording; none: nobody has said so yet. */
    val recordedBy: String? = null,
    /** When the record last met another phone's or the hospital's. */
    val lastSyncMs: Long? = null,
    /** The phone may not deliver reminders. */
    val remindersCanFail: Boolean = false,
    /** What was recorded meanwhile could not be read. */
    val stale: Boolean = false,
    val menu: Boolean = false,
)

sealed interface BoardEvent {
    data class Open(val case: CaseId) : BoardEvent

    data class OpenFlag(val case: CaseId) : BoardEvent

    data object NewIo : BoardEvent

    data object WhoRecords : BoardEvent

    data object RemindersHealth : BoardEvent

    data object ClockInDoubt : BoardEvent

    data class Menu(val open: Boolean) : BoardEvent

    data class Go(val to: MenuEntry) : BoardEvent
}

/** What the board's menu leads to. */
enum class MenuEntry { REMINDERS, REFERENCE, POLICY, SETTINGS }

/** A sentence and the value in it that weighs. */
data class Weighed(val sentence: String, val value: String)

/** `16 h 28 min to limit`, `20 min past the limit`, `out since 02:24`. */
fun limitOf(header: CaseHeader, times: Times): Weighed? {
    val words = times.words
    val limit = header.limit
    val removed = header.removedAtMs
    return when {
        removed != null -> times.hourOrDate(removed).let { Weighed(words.boardOutSince(it), it) }
        limit == null -> null
        limit.atMs >= times.nowMs -> times.span(limit.atMs - times.nowMs).let { Weighed(words.boardToLimit(it), it) }
        else -> times.span(times.nowMs - limit.atMs).let { Weighed(words.boardPastLimit(it), it) }
    }
}
