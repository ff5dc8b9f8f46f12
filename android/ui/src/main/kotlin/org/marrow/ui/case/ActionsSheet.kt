package org.marrow.ui.case

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CasePhase
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.Sheet
import org.marrow.words.Words

/** All that can be recorded in a case, in four groups, two columns. */
@Composable
internal fun ActionsSheet(state: CaseState, onEvent: (CaseEvent) -> Unit) {
    val words = state.times.words
    Sheet(words.caseActions, words.commonClose, { onEvent(CaseEvent.Actions(false)) }) {
        groups(state.case.header.phase, words).forEach { (title, actions) ->
            SectionHead(title)
            Column(Modifier.padding(Size.edge, 4.dp), Arrangement.spacedBy(Size.gap)) {
                actions.chunked(if (Look.large) 1 else 2).forEach { ActionRow(it, state, onEvent) }
            }
        }
    }
}

@Composable
private fun ActionRow(actions: List<Action>, state: CaseState, onEvent: (CaseEvent) -> Unit) {
    Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Size.gap)) {
        actions.forEach { action ->
            OutlinedAction(name(action, state), Modifier.weight(1f).fillMaxHeight()) { onEvent(CaseEvent.Record(action)) }
        }
        if (actions.size == 1 && !Look.large) Spacer(Modifier.weight(1f))
    }
}

/** The kind's own name in the core's words, but for what is one kind told in two ways. */
private fun name(action: Action, state: CaseState): String = when (action) {
    Action.TAKE_OUT -> state.times.words.caseTakeOut
    Action.CAME_OUT -> state.times.words.caseCameOut
    Action.END -> state.times.words.caseEnd
    else -> state.kinds.first { it.kind == action.kind }.title
}

private fun groups(phase: CasePhase, words: Words): List<Pair<String, List<Action>>> {
    val care = words.caseGroupCare to listOf(Action.DISINFECT, Action.DRESSING, Action.FLUSH, Action.COMPLICATION)
    val fluids = words.caseGroupFluids to listOf(
        Action.START_PRODUCT, Action.STOP_PRODUCT, Action.GIVE_PRODUCT, Action.ENOUGH_FLUID, Action.VEIN, Action.VEIN_LOST,
    )
    val removal = words.caseGroupRemoval to listOf(
        Action.REVIEW, Action.EXTEND, Action.TAKE_OUT, Action.CAME_OUT, Action.KEEP_PAST_LIMIT,
    )
    val case = words.caseGroupCase to listOf(
        Action.FAILED_TRY, Action.PATIENT, Action.TRANSFER, Action.NOTE, Action.END,
    )
    return if (phase == CasePhase.DWELLING) listOf(care, fluids, removal, case) else listOf(fluids, case)
}
