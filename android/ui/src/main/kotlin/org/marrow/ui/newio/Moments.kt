package org.marrow.ui.newio

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Chip
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.MomentSheet
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Sheet
import org.marrow.ui.parts.TextInput
import org.marrow.ui.time.Times

/** When: now, a few minutes ago, or another time. The time that is written stands large, how long ago below it. */
@Composable
internal fun Moments(state: NewIoState, onEvent: (NewIoEvent) -> Unit) {
    val at = state.draft.performedAtMs
    val choose = { ms: Long? -> onEvent(NewIoEvent.Change { copy(performedAtMs = ms) }) }
    val options = listOf<Long?>(null) + AGO.map { state.times.nowMs - it * Times.MINUTE }
    val known = at in options
    val chips = @Composable { size: Modifier ->
        options.forEachIndexed { n, ms ->
            val below = if (ms == null) state.times.words.timeNow else state.times.words.newIoMinus("${AGO[n - 1]}")
            Chip(state.times.hour(ms ?: state.times.nowMs), at == ms, size, below, least = Size.action) { choose(ms) }
        }
        val other = if (known) state.times.words.newIoOther else state.times.hourOrDate(at ?: 0)
        Chip(other, !known, size, least = Size.action) { onEvent(NewIoEvent.Open(NewIoSheet.TIME)) }
    }
    if (Look.large) {
        Column(Modifier.selectableGroup(), Arrangement.spacedBy(Size.gap)) { chips(Modifier.fillMaxWidth()) }
    } else {
        Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            chips(Modifier.weight(1f).fillMaxHeight())
        }
    }
}

/** Another time than those at hand. */
@Composable
internal fun TimeSheet(state: NewIoState, onEvent: (NewIoEvent) -> Unit) = MomentSheet(
    state.times.words.newIoTime,
    state.times,
    state.draft.performedAtMs,
    { at -> onEvent(NewIoEvent.Change { copy(performedAtMs = at) }) },
    { onEvent(NewIoEvent.Open(null)) },
)

/** What the patient goes by: typed, or one that is suggested. */
@Composable
internal fun AliasSheet(state: NewIoState, onEvent: (NewIoEvent) -> Unit) {
    val words = state.times.words
    val change = { alias: String -> onEvent(NewIoEvent.Change { copy(alias = alias) }) }
    Sheet(words.newIoAlias, words.commonClose, { onEvent(NewIoEvent.Open(null)) }) {
        TextInput(words.newIoAliasType, state.draft.alias, Modifier.padding(Size.edge, 0.dp, Size.edge, 8.dp), onChange = change)
        state.aliases.forEach { alias ->
            GoRow(alias) {
                change(alias)
                onEvent(NewIoEvent.Open(null))
            }
        }
        MainButton(words.newIoTake, Modifier.fillMaxWidth().padding(Size.edge, 8.dp), writes = state.draft.alias.ifEmpty { null }) {
            onEvent(NewIoEvent.Open(null))
        }
    }
}

private val AGO = listOf(5L, 10L, 15L)
