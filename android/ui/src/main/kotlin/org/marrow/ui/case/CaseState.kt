package org.marrow.ui.case

import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryKind
import org.marrow.ffi.FlagView
import org.marrow.ffi.KindText
import org.marrow.ffi.TaskView
import org.marrow.ffi.Bone
import org.marrow.ui.parts.Refusal
import org.marrow.ui.time.Times

/** What a case shows. */
data class CaseState(
    val times: Times,
    val case: CaseView,
    /** The kinds of entries in words, for the sheet of actions. */
    val kinds: List<KindText>,
    val actions: Boolean = false,
    /** What was just recorded and can be taken back for a moment, in words. */
    val undo: String? = null,
    /** Why the core did not take what was pressed last. */
    val refusal: Refusal? = null,
)

sealed interface CaseEvent {
    data object Back : CaseEvent

    /** Opens what does the task: a form, the removal, a question. */
    data class Open(val task: TaskView) : CaseEvent

    /** Records the task as done, at once. */
    data class Done(val task: TaskView) : CaseEvent

    data class Later(val task: TaskView) : CaseEvent

    data class NotThisTime(val task: TaskView) : CaseEvent

    data class Seen(val task: TaskView) : CaseEvent

    data class OpenFlag(val flag: FlagView) : CaseEvent

    data class Actions(val open: Boolean) : CaseEvent

    data class Record(val action: Action) : CaseEvent

    data object Check : CaseEvent

    data object RecordNeedle : CaseEvent

    data object Pressing : CaseEvent

    data object WholeRecord : CaseEvent

    data object NursingSheet : CaseEvent

    data object Undo : CaseEvent
}

/** What can be recorded from the sheet: a kind of entry; removal has pages of its own, and can be told after the fact. */
enum class Action(val kind: EntryKind) {
    DISINFECT(EntryKind.DISINFECT),
    DRESSING(EntryKind.DRESSING),
    FLUSH(EntryKind.FLUSH),
    COMPLICATION(EntryKind.COMPLICATION),
    FAILED_TRY(EntryKind.ATTEMPT_FAILED),
    START_PRODUCT(EntryKind.START_PRODUCT),
    STOP_PRODUCT(EntryKind.STOP_PRODUCT),
    GIVE_PRODUCT(EntryKind.GIVE_PRODUCT),
    ENOUGH_FLUID(EntryKind.ADEQUATE_VOLUME),
    VEIN(EntryKind.VENOUS_ACCESS),
    VEIN_LOST(EntryKind.VENOUS_ACCESS_LOST),
    REVIEW(EntryKind.ACCESS_REVIEW),
    EXTEND(EntryKind.EXTEND),
    KEEP_PAST_LIMIT(EntryKind.KEEP_PAST_LIMIT),
    TAKE_OUT(EntryKind.REMOVE),
    CAME_OUT(EntryKind.REMOVE),
    PATIENT(EntryKind.UPDATE_PATIENT),
    TRANSFER(EntryKind.TRANSFER),
    NOTE(EntryKind.NOTE),
    END(EntryKind.END_CASE),
}

/** Where the needle is, as the core has it. */
fun CaseView.bone(): Bone? = header.site?.let { site -> header.side?.let { Bone(site, it) } }
