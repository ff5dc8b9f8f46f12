package org.marrow.ui.record

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryId
import org.marrow.ffi.EntryView
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.Ident
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.Refusal
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.TopBar
import org.marrow.ui.parts.UndoBand
import org.marrow.ui.parts.ring
import org.marrow.ui.time.Times

/** The whole record of a case; one entry open, or none. */
data class RecordState(
    val times: Times,
    val case: CaseView,
    val open: EntryView? = null,
    /** Why the open entry is struck, as far as it is typed. */
    val reason: String = "",
    /** Striking was pressed once, and is to be said again. */
    val confirming: Boolean = false,
    /** What was just recorded and can be taken back for a moment, in words. */
    val undo: String? = null,
    val refusal: Refusal? = null,
)

sealed interface RecordEvent {
    data object Back : RecordEvent

    data class Open(val entry: EntryView?) : RecordEvent

    data class Reason(val text: String) : RecordEvent

    data class Confirm(val on: Boolean) : RecordEvent

    data class Strike(val entry: EntryId) : RecordEvent

    data class Reinstate(val entry: EntryId) : RecordEvent

    data class Amend(val entry: EntryView) : RecordEvent

    data object Undo : RecordEvent
}

/** Every entry, in the order that the core gives: struck ones ruled through and legible, late ones with both times. */
@Composable
fun RecordContent(state: RecordState, onEvent: (RecordEvent) -> Unit) = Cut {
    val words = state.times.words
    Page(
        top = {
            TopBar(words.caseRecord, Icons.back, words.commonBack, { onEvent(RecordEvent.Back) })
            Ident(state.case.header)
        },
        covered = state.open != null,
        attention = state.refusal,
        over = { state.undo?.let { UndoBand(it, words.caseUndo) { onEvent(RecordEvent.Undo) } } },
    ) {
        state.refusal?.let { RefusedBand(it) }
        if (state.case.gaps > 0u) Text(words.recordGaps, Modifier.padding(Size.edge, 8.dp), style = Look.type.status)
        if (state.case.forks > 0u) Text(words.recordForks, Modifier.padding(Size.edge, 8.dp), style = Look.type.status)
        state.case.record.forEach { entry ->
            key(entry.id) {
                Hairline()
                Entry(entry, state.times) { onEvent(RecordEvent.Open(entry)) }
            }
        }
    }
    state.open?.let { EntrySheet(it, state, onEvent) }
}

@Composable
private fun Entry(entry: EntryView, times: Times, onOpen: () -> Unit) {
    val whole = Modifier.fillMaxWidth().ring().clickable(role = Role.Button, onClick = onOpen).semantics(mergeDescendants = true) {}
        .defaultMinSize(minHeight = Size.action).padding(Size.edge, 9.dp)
    val content: @Composable (Modifier) -> Unit = { modifier ->
        Text(times.hourOrDate(entry.performedAtMs), Modifier.widthIn(min = 48.dp), style = Look.type.value)
        Column(modifier) {
            val line = if (entry.struck.isEmpty()) null else TextDecoration.LineThrough
            Text(entry.title, style = Look.type.value, textDecoration = line)
            val fields = shown(entry).joinToString(" · ") { "${it.label.lowercase()}: ${it.text}" }
            if (fields.isNotEmpty()) Text(fields, style = Look.type.line, textDecoration = line)
            marks(entry, times).forEach { Text(it, style = Look.type.heading) }
            Text(listOf(entry.name, entry.role).filter { it.isNotEmpty() }.joinToString(", "), style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
    }
    if (Look.large) Column(whole) { content(Modifier) } else Row(whole, Arrangement.spacedBy(12.dp)) { content(Modifier.weight(1f)) }
}
