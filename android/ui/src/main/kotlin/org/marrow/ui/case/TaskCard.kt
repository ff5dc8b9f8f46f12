package org.marrow.ui.case

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.TaskView
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.StatusPlate
import org.marrow.ui.parts.TextAction
import org.marrow.ui.parts.TintedAction
import org.marrow.ui.time.Times

/** A task that is due, until when it was put off, and what can be done about it. */
@Composable
internal fun TaskCard(task: TaskView, times: Times, onEvent: (CaseEvent) -> Unit) {
    Column(
        Modifier.padding(Size.cardEdge, 8.dp, Size.cardEdge, 0.dp).fillMaxWidth().clip(Corner.card)
            .background(Look.colours.surfaceRaised).padding(8.dp, 10.dp),
    ) {
        val later = task.laterUntilMs?.let { times.words.caseLaterUntil(times.hourOrDate(it)) }
        val said = listOfNotNull(task.title, task.statusText, times.hourOrDate(task.dueAtMs), times.relative(task.dueAtMs), later, whose(task.source))
            .joinToString(", ")
        val read = Modifier.semantics(mergeDescendants = true) { contentDescription = said }
        if (Look.large) {
            Column(read, Arrangement.spacedBy(6.dp)) { Head(task, times, later) }
        } else {
            Row(read, Arrangement.spacedBy(12.dp)) { Head(task, times, later) }
        }
        Actions(task, times, onEvent)
    }
}

@Composable
private fun Head(task: TaskView, times: Times, later: String?) {
    StatusPlate(task, times)
    Column {
        Text(task.title, style = Look.type.alias)
        if (later != null) Text(later, style = Look.type.heading)
        Text(whose(task.source), style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Actions(task: TaskView, times: Times, onEvent: (CaseEvent) -> Unit) {
    val words = times.words
    // The buttons of every card have the same words: read aloud they name the task too.
    fun of(text: String) = Modifier.semantics { contentDescription = "$text, ${task.title}" }
    FlowRow(
        Modifier.fillMaxWidth().padding(top = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        val main = Modifier.weight(1f).widthIn(min = 104.dp)
        when {
            task.oneTap != null -> TintedAction(words.caseDone, main.then(of(words.caseDone))) { onEvent(CaseEvent.Done(task)) }
            task.acknowledgeable -> TintedAction(words.caseSeen, main.then(of(words.caseSeen))) { onEvent(CaseEvent.Seen(task)) }
            else -> TintedAction(words.caseOpen, main.then(of(words.caseOpen))) { onEvent(CaseEvent.Open(task)) }
        }
        TextAction(words.caseLater, of(words.caseLater)) { onEvent(CaseEvent.Later(task)) }
        if (task.skippable) TextAction(words.caseNotThisTime, of(words.caseNotThisTime)) { onEvent(CaseEvent.NotThisTime(task)) }
    }
}
