package org.marrow.ui.record

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.EntryView
import org.marrow.ffi.Precision
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.ActionBar
import org.marrow.ui.parts.HoldButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Sheet
import org.marrow.ui.parts.TextInput
import org.marrow.ui.time.Times

/** What is said about an entry beside its fields: late, estimated, amended, struck, incomplete. */
internal fun marks(entry: EntryView, times: Times): List<String> = buildList {
    val words = times.words
    if (entry.precision != Precision.EXACT) add(if (entry.precision == Precision.TOLD) words.recordTold else words.recordEstimated)
    if (entry.late) add(words.recordLate(times.dateAndHour(entry.recordedAtMs)))
    entry.lateReason?.let { add(it) }
    if (entry.missing.isNotEmpty()) add(words.recordMissing(entry.missing.joinToString(", ")))
    entry.amended.forEach { add(words.recordAmended(it.mark.by, times.hourOrDate(it.mark.atMs))) }
    entry.struck.forEach { add(words.recordStruck(it.by, times.hourOrDate(it.atMs), it.reason.orEmpty())) }
}

/** The fields that say something to a person: an entry's id does not. */
internal fun shown(entry: EntryView) = entry.fields.filter { it.field != "entry" }

/** One entry with its three times, and what can be done about it: amend, strike with a reason, take a strike back. */
@Composable
internal fun EntrySheet(entry: EntryView, state: RecordState, onEvent: (RecordEvent) -> Unit) {
    val times = state.times
    val words = times.words
    Sheet(entry.title, words.commonClose, { onEvent(RecordEvent.Open(null)) }) {
        Column(Modifier.padding(Size.edge, 0.dp), Arrangement.spacedBy(6.dp)) {
            shown(entry).forEach { Said(it.label, it.text) }
            Said(words.recordHappened, times.dateAndHour(entry.performedAtMs))
            Said(words.recordRecorded, times.dateAndHour(entry.recordedAtMs))
            Said(words.recordReceived, times.dateAndHour(entry.receivedAtMs))
            Said(words.recordBy, listOf(entry.name, entry.role, entry.unit).filter { it.isNotEmpty() }.joinToString(", "))
            marks(entry, times).forEach { Text(it, style = Look.type.heading) }
        }
        Column(Modifier.padding(Size.edge, 12.dp), Arrangement.spacedBy(Size.gap)) {
            if (entry.struck.isEmpty()) Standing(entry, state, onEvent) else {
                OutlinedAction(words.recordReinstate, Modifier.fillMaxWidth()) { onEvent(RecordEvent.Reinstate(entry.id)) }
            }
        }
        if (entry.struck.isEmpty()) Strike(entry, state, onEvent)
    }
}

/** The entry holds: it can be amended where it has a form, or struck for a reason. */
@Composable
private fun Standing(entry: EntryView, state: RecordState, onEvent: (RecordEvent) -> Unit) {
    val words = state.times.words
    if (entry.form != null) OutlinedAction(words.recordAmend, Modifier.fillMaxWidth()) { onEvent(RecordEvent.Amend(entry)) }
    TextInput(words.recordReason, state.reason) { onEvent(RecordEvent.Reason(it)) }
}

/** By holding, or in two taps. */
@Composable
private fun Strike(entry: EntryView, state: RecordState, onEvent: (RecordEvent) -> Unit) = ActionBar(equal = true) {
    val words = state.times.words
    if (state.confirming) {
        OutlinedAction(words.removalNotYet, least = Size.main) { onEvent(RecordEvent.Confirm(false)) }
        OutlinedAction(words.recordYesStrike, least = Size.main) { onEvent(RecordEvent.Strike(entry.id)) }
    } else {
        OutlinedAction(words.removalTwoTaps, least = Size.main) { onEvent(RecordEvent.Confirm(true)) }
        HoldButton(words.recordHoldStrike) { onEvent(RecordEvent.Strike(entry.id)) }
    }
}

@Composable
private fun Said(label: String, text: String) {
    Column(Modifier.semantics(mergeDescendants = true) {}) {
        Text(label, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        Text(text, style = Look.type.value)
    }
}
