package org.marrow.ui.reminders

import org.marrow.ffi.BoardView
import org.marrow.ffi.ReminderPlan
import org.marrow.ui.time.Times

/** How the reminders of this phone stand, as the shell found it. */
data class RemindersState(
    val times: Times,
    val conditions: List<Condition>,
    val plan: ReminderPlan,
    /** The board of the same moment: which bed a planned reminder is for. */
    val board: BoardView,
    /** Half of the reminders came within, and 95 in 100, seconds; none: too few came to say. */
    val lateness: Pair<Long, Long>? = null,
    /** A test reminder was asked for, for this time. */
    val testAtMs: Long? = null,
)

/** One thing that a phone needs for reminders to come. */
data class Condition(
    val need: Need,
    /** None: this phone does not tell. */
    val held: Boolean?,
    /** How it stands, where there is more to say than yes or no: `6 of 7`. */
    val value: String? = null,
    /** Where it is set on this phone, as this phone calls it. */
    val path: String? = null,
)

enum class Need { NOTIFICATIONS, EXACT_TIMES, FULL_SCREEN, BATTERY, VOLUME, DO_NOT_DISTURB }

sealed interface RemindersEvent {
    data object Back : RemindersEvent

    data class Fix(val need: Need) : RemindersEvent

    data object Test : RemindersEvent
}

/** A planned reminder in a line: on this page, behind the lock, the bed may stand. */
internal fun planned(state: RemindersState): List<Pair<Long, String>> {
    val names = state.board.open.associate { it.header.case to it.header.alias }
    return state.plan.reminders.map { reminder ->
        val beds = reminder.members.mapNotNull { names[it.case] }.distinct()
        reminder.fireAtMs to (beds + reminder.title).joinToString(" · ")
    }
}
