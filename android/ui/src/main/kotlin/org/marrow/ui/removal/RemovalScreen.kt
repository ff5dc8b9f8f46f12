package org.marrow.ui.removal

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.HoldButton
import org.marrow.ui.parts.Ident
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** Taking the needle out: five pages, one after the other, each of which the record has come to. */
@Composable
fun RemovalContent(state: RemovalState, onEvent: (RemovalEvent) -> Unit) = Cut {
    val words = state.times.words
    val step = state.step
    Page(
        top = {
            TopBar(words.removalTitle, Icons.back, words.commonBack, { onEvent(RemovalEvent.Back) })
            Ident(state.case.header)
            Steps(step)
        },
        equal = step == RemovalStep.BLEEDING || state.stopping,
        bar = { Bar(state, step, onEvent) },
        attention = state.refusal,
    ) {
        // A countdown in large letters is seen before its name is read.
        val nameBelow = Look.large && state.case.header.pressingUntilMs != null
        if (!nameBelow) StepName(step, words)
        state.refusal?.let { RefusedBand(it) }
        val highest = this@Cut.maxHeight * 0.4f
        Step(state, step, highest.coerceAtMost(348.dp), onEvent)
        if (nameBelow) StepName(step, words)
    }
}

@Composable
private fun ColumnScope.Step(state: RemovalState, step: RemovalStep, dial: androidx.compose.ui.unit.Dp, onEvent: (RemovalEvent) -> Unit) {
    when (step) {
        RemovalStep.ANTISEPTIC -> AntisepticStep(state, onEvent)
        RemovalStep.TAKE_OUT -> TakeOutStep(state, onEvent)
        RemovalStep.COMPRESSION -> CompressionStep(state, dial, onEvent)
        RemovalStep.BLEEDING -> BleedingStep(state)
        RemovalStep.OBSERVATION -> ObservationStep(state)
    }
}

@Composable
private fun Bar(state: RemovalState, step: RemovalStep, onEvent: (RemovalEvent) -> Unit) {
    val words = state.times.words
    val now = state.times.hour(state.times.nowMs)
    when (step) {
        RemovalStep.ANTISEPTIC -> {
            OutlinedAction(words.removalWithout, least = Size.main) { onEvent(RemovalEvent.WithoutAntiseptic) }
            MainButton(words.removalAntisepticDone, writes = now) { onEvent(RemovalEvent.Antiseptic) }
        }
        RemovalStep.TAKE_OUT -> if (state.confirming) {
            OutlinedAction(words.removalNotYet, least = Size.main) { onEvent(RemovalEvent.Confirm(false)) }
            MainButton(words.removalYesOut, writes = now) { onEvent(RemovalEvent.TakeOut) }
        } else {
            OutlinedAction(words.removalTwoTaps, least = Size.main) { onEvent(RemovalEvent.Confirm(true)) }
            HoldButton(words.removalHold) { onEvent(RemovalEvent.TakeOut) }
        }
        RemovalStep.COMPRESSION -> when {
            state.case.header.pressingUntilMs == null -> MainButton(words.removalPress, writes = now) { onEvent(RemovalEvent.Press) }
            state.stopping -> {
                OutlinedAction(words.removalGoOn, least = Size.main) { onEvent(RemovalEvent.StopEarly(false)) }
                OutlinedAction(words.removalStop, least = Size.main) { onEvent(RemovalEvent.StoppedEarly) }
            }
            else -> OutlinedAction(words.removalStopEarly, least = Size.main) { onEvent(RemovalEvent.StopEarly(true)) }
        }
        RemovalStep.BLEEDING -> {
            OutlinedAction(words.commonNo, least = Size.main) { onEvent(RemovalEvent.Stopped(false)) }
            OutlinedAction(words.commonYes, least = Size.main) { onEvent(RemovalEvent.Stopped(true)) }
        }
        RemovalStep.OBSERVATION -> MainButton(words.removalBackToCase) { onEvent(RemovalEvent.Done) }
    }
}

@Composable
private fun StepName(step: RemovalStep, words: Words) {
    Text(words.removalStep("${step.ordinal + 1}", name(step, words)), Modifier.padding(Size.edge, 8.dp), style = Look.type.value)
}

/** Five bars: done, here, to come. The words below say which. */
@Composable
private fun Steps(now: RemovalStep) {
    Row(Modifier.fillMaxWidth().padding(Size.edge, 0.dp, Size.edge, 8.dp).clearAndSetSemantics {}, Arrangement.spacedBy(4.dp)) {
        RemovalStep.entries.forEach { step ->
            val fill = when {
                step < now -> Look.colours.onSurfaceMuted
                step == now -> Look.colours.onSurface
                else -> Look.colours.surfaceSunk
            }
            Box(Modifier.weight(1f).height(6.dp).clip(RoundedCornerShape(3.dp)).background(fill))
        }
    }
}

private fun name(step: RemovalStep, words: Words) = when (step) {
    RemovalStep.ANTISEPTIC -> words.removalAntiseptic
    RemovalStep.TAKE_OUT -> words.removalOut
    RemovalStep.COMPRESSION -> words.removalCompression
    RemovalStep.BLEEDING -> words.removalBleeding
    RemovalStep.OBSERVATION -> words.removalObservation
}
