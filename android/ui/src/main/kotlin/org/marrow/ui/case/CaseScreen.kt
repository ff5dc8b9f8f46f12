package org.marrow.ui.case

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CasePhase
import org.marrow.ffi.CaseView
import org.marrow.ffi.FlagView
import org.marrow.ffi.Severity
import org.marrow.ffi.Status
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.EntryLine
import org.marrow.ui.parts.FlagCard
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.UndoBand
import org.marrow.ui.time.Times

/**
 * One case: who, where and until when on top, then what is due, what was found, what is to come and what is on record.
 */
@Composable
fun CaseContent(state: CaseState, onEvent: (CaseEvent) -> Unit) = Cut {
    val words = state.times.words
    val view = state.case
    // Where the letters are large or the page is low, only the alias stays: what is due must fit beside it.
    val low = Look.large || maxHeight < 700.dp
    Page(
        top = {
            CaseTop(view, words, onEvent)
            if (!low) CaseHead(state)
        },
        topFill = Look.colours.surfaceRaised,
        over = { state.undo?.let { UndoBand(it, words.caseUndo) { onEvent(CaseEvent.Undo) } } },
        covered = state.actions,
        attention = state.refusal,
        bar = {
            when (view.header.phase) {
                CasePhase.CLOSED -> OutlinedAction(words.caseSheet, least = Size.main) { onEvent(CaseEvent.NursingSheet) }
                CasePhase.AWAITING -> {
                    OutlinedAction(words.caseActions, mark = Icons.list, least = Size.main) { onEvent(CaseEvent.Actions(true)) }
                    MainButton(words.caseRecordNeedle) { onEvent(CaseEvent.RecordNeedle) }
                }
                else -> {
                    OutlinedAction(words.caseActions, mark = Icons.list, least = Size.main) { onEvent(CaseEvent.Actions(true)) }
                    MainButton(words.caseCheck) { onEvent(CaseEvent.Check) }
                }
            }
        },
    ) {
        state.refusal?.let { RefusedBand(it) }
        // Where the head scrolls too, what is dangerous comes before it.
        if (low) Flags(red(view), state, onEvent)
        if (low) CaseHead(state)
        if (!low) Flags(red(view), state, onEvent)
        CaseBody(state, onEvent)
    }
    if (state.actions) ActionsSheet(state, onEvent)
}

@Composable
private fun ColumnScope.CaseBody(state: CaseState, onEvent: (CaseEvent) -> Unit) {
    val times = state.times
    val view = state.case
    if (view.foreignProtocol) Text(times.words.caseForeign, Modifier.padding(Size.edge, 8.dp), style = Look.type.status)
    val (due, coming) = view.tasks.partition { it.status != Status.UPCOMING }
    due.forEach { key(it.step, it.dueAtMs) { TaskCard(it, times, onEvent) } }
    Flags(view.flags - red(view).toSet(), state, onEvent)
    if (coming.isNotEmpty()) SectionHead(times.words.caseComing)
    coming.forEach { EntryLine(times.hourOrDate(it.dueAtMs), it.title, after = times.relative(it.dueAtMs)) }
    SectionHead(times.words.caseRecord, times.words.caseEntries("${view.entries}"))
    // The newest first: what one looks for here has just happened.
    view.record.asReversed().take(LAST).forEach { entry ->
        EntryLine(times.hourOrDate(entry.performedAtMs), summary(entry, view.flags, state.kinds), author(entry), struck = entry.struck.isNotEmpty())
    }
    GoRow(times.words.caseWholeRecord) { onEvent(CaseEvent.WholeRecord) }
    if (view.header.phase != CasePhase.CLOSED) GoRow(times.words.caseSheet) { onEvent(CaseEvent.NursingSheet) }
}

private fun red(view: CaseView) = view.flags.filter { it.severity == Severity.RED }

@Composable
private fun Flags(flags: List<FlagView>, state: CaseState, onEvent: (CaseEvent) -> Unit) = flags.forEach { flag ->
    key(flag.rule, flag.step, flag.severity) {
        Spacer(Modifier.height(8.dp))
        FlagCard(flag, state.times, raisedBy(flag, state.case, state.times)) { onEvent(CaseEvent.OpenFlag(flag)) }
    }
}

/** `Check 13:00 · S. Okafor`: the entries that raised a flag. */
internal fun raisedBy(flag: FlagView, view: CaseView, times: Times): String {
    val by = view.record.filter { it.id in flag.raisedBy }
    return by.joinToString(", ") { "${it.title} ${times.hourOrDate(it.performedAtMs)} · ${it.name}" }
        .ifEmpty { flag.sinceAtMs?.let { times.words.flagSince(times.hourOrDate(it)) } ?: flag.title }
}

private const val LAST = 3
