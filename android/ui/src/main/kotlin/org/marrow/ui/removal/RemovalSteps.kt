package org.marrow.ui.removal

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ffi.EntryKind
import org.marrow.ffi.EntryView
import org.marrow.ffi.FieldText
import org.marrow.ffi.Word
import org.marrow.ui.form.Choices
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Answers
import org.marrow.ui.parts.Dial
import org.marrow.ui.parts.EntryLine
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.TextInput

/** The field's label in the core's words. */
private fun RemovalState.label(kind: EntryKind, field: String): String = field(kind, field).label

private fun RemovalState.field(kind: EntryKind, field: String): FieldText =
    catalogue.kinds.first { it.kind == kind }.fields.first { it.field == field }

@Composable
internal fun AntisepticStep(state: RemovalState, onEvent: (RemovalEvent) -> Unit) {
    val field = state.field(EntryKind.REMOVAL_ANTISEPTIC, "agent")
    val agent = state.answers.agent
    val say = { it: String -> onEvent(RemovalEvent.Change { copy(agent = it) }) }
    Column(Modifier.padding(Size.edge, 8.dp), Arrangement.spacedBy(Size.gap)) {
        if (field.atHand.isNotEmpty()) Choices(field.atHand.map { it to it }, setOf(agent), field.label) { say(if (it == agent) "" else it) }
        val label = if (field.atHand.isEmpty()) field.label else state.times.words.formAnother
        TextInput(label, agent.takeIf { it !in field.atHand }.orEmpty(), said = field.label, onChange = say)
    }
}

@Composable
internal fun TakeOutStep(state: RemovalState, onEvent: (RemovalEvent) -> Unit) {
    val words = state.times.words
    val answers = state.answers
    val change = { to: RemovalAnswers.() -> RemovalAnswers -> onEvent(RemovalEvent.Change(to)) }
    val yesNo = listOf(true to words.commonYes, false to words.commonNo)
    val bleeding = state.catalogue.words.mapNotNull { word -> (word.word as? Word.Bleeding)?.let { it.word to word.text.replaceFirstChar(Char::uppercase) } }
    Column(Modifier.padding(Size.edge, 4.dp), Arrangement.spacedBy(16.dp)) {
        if (state.confirming) {
            Text(words.removalIsItOut, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }, style = Look.type.screen)
        }
        Question(state.label(EntryKind.REMOVE, "resistance"), yesNo, answers.resistance) { change { copy(resistance = it) } }
        Question(state.label(EntryKind.REMOVE, "tip_intact"), yesNo, answers.tipWhole) { change { copy(tipWhole = it) } }
        Question(state.label(EntryKind.REMOVE, "bleeding"), bleeding, answers.bleeding) { change { copy(bleeding = it) } }
    }
    state.card?.let { card -> GoRow(card.title, words.referenceTitle) { onEvent(RemovalEvent.Reference(card)) } }
}

@Composable
private fun <T> Question(question: String, options: List<Pair<T, String>>, chosen: T?, onChoose: (T) -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(question, style = Look.type.main)
        Answers(options, chosen, question = question, least = Size.action, onChoose = onChoose)
    }
}

/** The timer, which needs no hand. What to do stands below it in the core's words. */
@Composable
internal fun ColumnScope.CompressionStep(state: RemovalState, dial: Dp, onEvent: (RemovalEvent) -> Unit) {
    val words = state.times.words
    val until = state.case.header.pressingUntilMs
    if (until != null) {
        val from = state.last(EntryKind.START_COMPRESSION)?.performedAtMs ?: state.times.nowMs
        Dial(from, until, state.times, dial)
    }
    state.case.tasks.firstOrNull { it.step == COMPRESSION }?.let {
        Text(it.title, Modifier.padding(Size.edge, 8.dp, Size.edge, 2.dp), style = Look.type.screen)
    }
    if (until != null) {
        Text(words.removalKeepsRunning, Modifier.padding(Size.edge, 0.dp, Size.edge, 12.dp), style = Look.type.body, color = Look.colours.onSurfaceMuted)
    }
    if (state.stopping) {
        val label = state.label(EntryKind.END_COMPRESSION, "ended_early_reason")
        TextInput(label, state.answers.earlyReason, Modifier.padding(Size.edge, 0.dp, Size.edge, 12.dp)) {
            onEvent(RemovalEvent.Change { copy(earlyReason = it) })
        }
    }
    SoFar(state)
}

@Composable
internal fun BleedingStep(state: RemovalState) {
    val until = state.case.header.pressingUntilMs
    Text(
        state.times.words.removalHasStopped,
        Modifier.padding(Size.edge, 12.dp).semantics { liveRegion = LiveRegionMode.Assertive },
        style = Look.type.finding,
    )
    if (until != null) {
        Text(
            state.times.words.removalPressedUntil(state.times.hour(until)),
            Modifier.padding(Size.edge, 0.dp, Size.edge, 16.dp),
            style = Look.type.body,
            color = Look.colours.onSurfaceMuted,
        )
    }
    SoFar(state)
}

/** What is to come, as the core plans it. */
@Composable
internal fun ObservationStep(state: RemovalState) {
    Text(state.times.words.removalWatch, Modifier.padding(Size.edge, 8.dp), style = Look.type.screen)
    state.case.tasks.forEach { EntryLine(state.times.hourOrDate(it.dueAtMs), it.title, after = state.times.relative(it.dueAtMs)) }
    SoFar(state)
}

/** The entries of this removal. */
@Composable
private fun SoFar(state: RemovalState) {
    Hairline()
    state.case.record.filter { it.kind in KINDS && it.struck.isEmpty() }.forEach { entry ->
        EntryLine(state.times.hourOrDate(entry.performedAtMs), line(entry))
    }
}

private fun line(entry: EntryView) = (listOf(entry.title) + entry.fields.map { "${it.label.lowercase()}: ${it.text}" }).joinToString(" · ")

private val KINDS = setOf(EntryKind.REMOVAL_ANTISEPTIC, EntryKind.REMOVE, EntryKind.START_COMPRESSION, EntryKind.END_COMPRESSION)
