package org.marrow.ui.reminders

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.EntryLine
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RedStrip
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.TintedAction
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** Whether this phone can be trusted to remind: what fails first, then what holds, how late it was, what is planned. */
@Composable
fun RemindersContent(state: RemindersState, onEvent: (RemindersEvent) -> Unit) = Cut {
    val words = state.times.words
    val failing = state.conditions.filter { it.held == false }
    Page(
        top = { TopBar(words.remindersTitle, Icons.back, words.commonBack, { onEvent(RemindersEvent.Back) }) },
        bar = { MainButton(words.remindersTest, writes = state.testAtMs?.let { words.remindersTestAt(state.times.hour(it)) }) { onEvent(RemindersEvent.Test) } },
    ) {
        if (failing.isNotEmpty()) {
            val why = failing.joinToString(" ") { may(it.need, words) }
            RedStrip(words.boardRemindersFail, why, Modifier.padding(Size.cardEdge, 0.dp, Size.cardEdge, 8.dp))
        }
        Panel {
            (failing + (state.conditions - failing.toSet())).forEachIndexed { n, condition ->
                if (n > 0) Hairline()
                ConditionRow(condition, words, onEvent)
            }
        }
        Panel { Coverage(state) }
        val plan = planned(state)
        SectionHead(words.remindersPlanned, "${plan.size}")
        plan.take(SHOWN).forEach { (at, text) -> EntryLine(state.times.hourOrDate(at), text) }
    }
}

@Composable
private fun Panel(content: @Composable ColumnScope.() -> Unit) {
    Column(
        Modifier.padding(Size.cardEdge, 0.dp, Size.cardEdge, 8.dp).fillMaxWidth().clip(Corner.card).background(Look.colours.surfaceRaised),
        content = content,
    )
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun ConditionRow(condition: Condition, words: Words, onEvent: (RemindersEvent) -> Unit) {
    val colours = Look.colours
    val text = said(condition, words)
    Row(
        Modifier.fillMaxWidth().defaultMinSize(minHeight = 44.dp).padding(12.dp, 9.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        val (mark, ink) = when (condition.held) {
            true -> Icons.held to colours.okMark
            false -> Icons.failing to colours.redMark
            null -> Icons.unknown to colours.onSurfaceMuted
        }
        Mark(mark, ink = ink, behind = colours.surfaceRaised)
        FlowRow(Modifier.weight(1f), Arrangement.spacedBy(8.dp), Arrangement.Center) {
            Column(Modifier.weight(1f).defaultMinSize(minWidth = 140.dp).semantics(mergeDescendants = true) {}) {
                Text(text, style = if (condition.held == false) Look.type.value else Look.type.body)
                if (condition.held != true && condition.path != null) Text(condition.path, style = Look.type.label)
            }
            if (condition.held == false) {
                TintedAction(words.remindersFix, Modifier.semantics { contentDescription = "${words.remindersFix}, $text" }) {
                    onEvent(RemindersEvent.Fix(condition.need))
                }
            }
        }
    }
}

@Composable
private fun Coverage(state: RemindersState) {
    val words = state.times.words
    val times = state.times
    Value(words.remindersCovered, "${times.hourOrDate(state.plan.coverageUntilMs)} · ${times.span(state.plan.coverageUntilMs - times.nowMs)}")
    val lateness = state.lateness
    if (lateness == null) {
        Value(words.remindersFew, "")
    } else {
        Value(words.remindersHalf, words.remindersSeconds("${lateness.first}"))
        Value(words.remindersMost, words.remindersSeconds("${lateness.second}"))
    }
    if (state.plan.leftOut > 0u) Value(words.remindersLeftOut, "${state.plan.leftOut}")
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Value(name: String, value: String) {
    FlowRow(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(12.dp, 7.dp), Arrangement.SpaceBetween) {
        Text("$name  ", style = Look.type.body)
        if (value.isNotEmpty()) Text(value, style = Look.type.value)
    }
}

private fun said(condition: Condition, words: Words): String {
    val held = condition.held ?: return words.remindersUnknown(name(condition.need, words))
    condition.value?.let { return "${name(condition.need, words)}: $it" }
    return when (condition.need) {
        Need.BATTERY -> if (held) words.remindersBatteryHeld else words.remindersBatteryFails
        Need.DO_NOT_DISTURB -> if (held) words.remindersDndHeld else words.remindersDndFails
        else -> "${name(condition.need, words)}: ${if (held) words.remindersAllowed else words.remindersForbidden}"
    }
}

private fun name(need: Need, words: Words) = when (need) {
    Need.NOTIFICATIONS -> words.remindersNotifications
    Need.EXACT_TIMES -> words.remindersExact
    Need.FULL_SCREEN -> words.remindersFullScreen
    Need.BATTERY -> words.remindersBattery
    Need.VOLUME -> words.remindersVolume
    Need.DO_NOT_DISTURB -> words.remindersDnd
}

/** What may happen because of it. */
private fun may(need: Need, words: Words) = when (need) {
    Need.NOTIFICATIONS -> words.remindersNotificationsMay
    Need.EXACT_TIMES -> words.remindersExactMay
    Need.FULL_SCREEN -> words.remindersFullScreenMay
    Need.BATTERY -> words.remindersBatteryMay
    Need.VOLUME -> words.remindersVolumeMay
    Need.DO_NOT_DISTURB -> words.remindersDndMay
}

/** The next ones: enough to see that they are there; all are counted. */
private const val SHOWN = 30
