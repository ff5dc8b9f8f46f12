package org.marrow.ui.newio

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.AgeBand
import org.marrow.ffi.Precision
import org.marrow.ffi.Word
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Asked
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.LeaveSheet
import org.marrow.ui.parts.Leaving
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.TextAction
import org.marrow.ui.parts.TextInput
import org.marrow.ui.parts.TopBar

/**
 * A needle in seconds: where, with what, when, who, in the order of speech. What is missing does not stop saving; the
 * case says it afterwards.
 */
@Composable
fun NewIoContent(state: NewIoState, onEvent: (NewIoEvent) -> Unit) = Cut {
    val words = state.times.words
    val draft = state.draft
    val change = { to: NewIo.() -> NewIo -> onEvent(NewIoEvent.Change(to)) }
    Page(
        top = {
            TopBar(words.newIoTitle, Icons.close, words.commonClose, { onEvent(NewIoEvent.Close) }) {
                if (!Look.large) TextAction(alias(state), mark = Icons.pen) { onEvent(NewIoEvent.Open(NewIoSheet.ALIAS)) }
            }
        },
        covered = state.open != null,
        attention = state.refusal,
        bar = { MainButton(words.newIoSave, writes = writes(state)) { onEvent(NewIoEvent.Save) } },
    ) {
        state.refusal?.let { RefusedBand(it) }
        if (state.reasonAsked) {
            TextInput(words.newIoReason, draft.overrideReason, Modifier.padding(12.dp)) { change { copy(overrideReason = it) } }
        }
        if (Look.large) OutlinedAction(alias(state), Modifier.fillMaxWidth().padding(12.dp, 0.dp)) { onEvent(NewIoEvent.Open(NewIoSheet.ALIAS)) }
        Bones(state) { bone -> change { copy(bone = bone) } }
        Column(Modifier.padding(horizontal = 12.dp).padding(top = 12.dp), Arrangement.spacedBy(12.dp)) {
            Devices(state, onEvent)
            Moments(state, onEvent)
            Asked(words.newIoTimeIs, precisions(state), draft.precision) { change { copy(precision = it) } }
            Asked(words.newIoAge, ages(state), draft.age, Size.action) { change { copy(age = it) } }
            val awake = listOf(Awake.YES to words.commonYes, Awake.NO to words.commonNo, Awake.UNKNOWN to words.newIoUnknown)
            Asked(words.newIoAwake, awake, draft.awake, Size.action) { change { copy(awake = it) } }
        }
    }
    when (state.open) {
        NewIoSheet.DEVICES -> DevicesSheet(state, onEvent)
        NewIoSheet.TIME -> TimeSheet(state, onEvent)
        NewIoSheet.ALIAS -> AliasSheet(state, onEvent)
        NewIoSheet.LEAVE -> LeaveSheet(words, words.newIoSave) { leaving ->
            onEvent(NewIoEvent.Open(null))
            when (leaving) {
                Leaving.SAVE -> onEvent(NewIoEvent.Save)
                Leaving.AWAY -> onEvent(NewIoEvent.ThrowAway)
                Leaving.STAY -> {}
            }
        }
        null -> {}
    }
}

private fun alias(state: NewIoState) = state.draft.alias.ifEmpty { state.times.words.newIoAlias }

/** What saving will put on record: side and bone, device, time. */
private fun writes(state: NewIoState): String = listOfNotNull(
    state.draft.bone?.let(state::text),
    state.draft.device?.let { id -> state.catalogue.devices.first { it.id == id }.name },
    state.times.hourOrDate(state.draft.performedAtMs ?: state.times.nowMs),
).joinToString(" · ")

private fun precisions(state: NewIoState) = listOf(Precision.EXACT, Precision.ESTIMATED).map { precision ->
    precision to state.word { it is Word.Precision && it.word == precision }
}

private fun ages(state: NewIoState) = listOf(AgeBand.UNDER12 to Age.UNDER, AgeBand.OVER12 to Age.OVER).map { (band, age) ->
    age to state.word { it is Word.AgeBand && it.word == band }
} + (Age.UNKNOWN to state.times.words.newIoUnknown)
