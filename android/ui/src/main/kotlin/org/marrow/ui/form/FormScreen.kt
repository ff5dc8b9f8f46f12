package org.marrow.ui.form

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ffi.AskedGroup
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.TextAction
import org.marrow.ui.parts.TextInput
import org.marrow.ui.parts.TopBar
import org.marrow.ui.parts.ring
import org.marrow.words.Words

/**
 * A form of any kind: who it is about on top, the questions, and the one action that writes them.
 *
 * @param covered a sheet lies over it.
 */
@Composable
fun FormContent(state: FormState, covered: Boolean = false, onEvent: (FormEvent) -> Unit) {
    Page(top = { Head(state, onEvent) }, bar = { Save(state, onEvent) }, covered = covered, attention = state.refusal) {
        state.refusal?.let { RefusedBand(it) }
        state.whyLate?.let { WhyLate(state.times.words, it) { text -> onEvent(FormEvent.WhyLate(text)) } }
        state.whyAmended?.let { Why(state.times.words.formWhyAmended, it) { text -> onEvent(FormEvent.WhyAmended(text)) } }
        state.groups.forEachIndexed { n, group ->
            if (n > 0) GroupRow(state, group, onEvent)
            if (n == 0 || state.isOpen(group)) {
                group.fields.filter { state.applies(group, it.field) }.forEachIndexed { at, field ->
                    // Its answers stay its own when a question above it comes or goes.
                    key(field.field) {
                        if (at > 0) Hairline()
                        Question(state, field, onEvent)
                    }
                }
                Hairline()
            }
        }
    }
}

@Composable
private fun Why(label: String, text: String, onType: (String) -> Unit) {
    TextInput(label, text, Modifier.padding(Size.edge, 12.dp), onChange = onType)
    Hairline()
}

/** The reasons that there mostly are, in one tap; any other is typed. */
@Composable
private fun WhyLate(words: Words, text: String, onSay: (String) -> Unit) {
    val reasons = listOf(words.formLateBusy, words.formLateAway, words.formLateUnseen, words.formLateShift)
    Column(Modifier.padding(Size.edge, 12.dp), Arrangement.spacedBy(8.dp)) {
        Text(words.formWhyLate, Modifier.semantics { heading() }, style = Look.type.main)
        Choices(reasons.map { it to it }, setOf(text), words.formWhyLate) { onSay(if (it == text) "" else it) }
        TextInput(words.formAnother, text.takeIf { it !in reasons }.orEmpty(), said = words.formWhyLate, onChange = onSay)
    }
    Hairline()
}

@Composable
private fun Head(state: FormState, onEvent: (FormEvent) -> Unit) {
    val at = state.performedAtMs ?: state.times.nowMs
    val said = "${state.times.words.recordHappened}, ${state.times.hourOrDate(at)}"
    val time = @Composable { side: Dp ->
        TextAction(state.times.hourOrDate(at), Modifier.semantics { contentDescription = said }, side = side) { onEvent(FormEvent.Moment) }
    }
    TopBar(state.kind.title, Icons.close, state.times.words.commonClose, { onEvent(FormEvent.Back) }) {
        if (!Look.large) time(8.dp)
    }
    Column(Modifier.padding(Size.edge, 0.dp, Size.edge, 8.dp), Arrangement.spacedBy(4.dp)) {
        Text(listOfNotNull(state.alias, state.place).joinToString(" · "), style = Look.type.value)
        if (state.isCheck) Count(state)
        // Beside a large title there is no room for it.
        if (Look.large) time(0.dp)
    }
    Hairline()
}

/** How many of those that count are answered: drawn thick, what is to come thin. */
@Composable
private fun Count(state: FormState) {
    val (done, total) = state.counted
    val words = state.times.words
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), Alignment.CenterVertically) {
        Text(words.formNeeded, Modifier.weight(1f), style = Look.type.heading, color = Look.colours.onSurfaceMuted)
        // More than a few would leave the words no room.
        if (!Look.large && total <= MOST_BARS) {
            Row(Modifier.clearAndSetSemantics {}, Arrangement.spacedBy(3.dp)) {
                repeat(total) { n ->
                    val bar = Modifier.size(18.dp, 6.dp)
                    val shape = RoundedCornerShape(2.dp)
                    Box(if (n < done) bar.background(Look.colours.onSurface, shape) else bar.border(1.dp, Look.colours.outline, shape))
                }
            }
        }
        Text(words.formCount("$done", "$total"), style = Look.type.heading, color = Look.colours.onSurfaceMuted)
    }
}

private const val MOST_BARS = 8

/** A group's name; pressed, it opens or closes. */
@Composable
private fun GroupRow(state: FormState, group: AskedGroup, onEvent: (FormEvent) -> Unit) {
    val open = state.isOpen(group)
    val words = state.times.words
    Row(
        Modifier.fillMaxWidth().ring().clickable(role = Role.Button) { onEvent(FormEvent.Turn(group.title)) }
            .semantics(mergeDescendants = true) {}.defaultMinSize(minHeight = Size.action).padding(Size.edge, 8.dp),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterVertically,
    ) {
        val due = @Composable {
            if (state.isCheck) Text(if (group.open) words.formDue else words.formOptional, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
        Column(Modifier.weight(1f)) {
            Text(group.title, style = Look.type.main)
            if (Look.large) due()
        }
        if (!Look.large) due()
        Mark(if (open) Icons.up else Icons.down, size = 20.dp, ink = Look.colours.onSurfaceMuted)
    }
    Hairline()
}

/** A bed and its number stay on one line. */
private fun whole(alias: String) = alias.replace(Regex(" (?=\\d)"), "\u00A0")

@Composable
private fun Save(state: FormState, onEvent: (FormEvent) -> Unit) {
    val words = state.times.words
    val save = { onEvent(FormEvent.Save) }
    if (!state.isWhole) {
        val labels = state.missing.orEmpty().mapNotNull { name -> state.field(name)?.label?.replaceFirstChar(Char::lowercase) }
        val shown = if (labels.size > 2) words.formCount("${state.counted.first}", "${state.counted.second}") else words.formMissing(labels.joinToString(", "))
        OutlinedAction(words.formSaveUnfinished, least = Size.main, below = shown, onClick = save)
    } else {
        val at = state.performedAtMs ?: state.times.nowMs
        MainButton(words.formSave, writes = "${state.kind.title} · ${whole(state.alias)} · ${state.times.hourOrDate(at)}", onClick = save)
    }
}
