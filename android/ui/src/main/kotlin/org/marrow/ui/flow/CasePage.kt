package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.AcknowledgeForm
import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ffi.SnoozeForm
import org.marrow.ffi.TaskView
import org.marrow.ffi.formOf
import org.marrow.ui.case.Action
import org.marrow.ui.case.CaseContent
import org.marrow.ui.case.CaseEvent
import org.marrow.ui.case.CaseState
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.Refusal

@Composable
internal fun CasePage(flow: Flow, case: CaseView) {
    val catalogue = flow.catalogue ?: return
    var refusal by remember { mutableStateOf<Refusal?>(null) }
    // What was refused before says nothing of what is pressed now.
    fun act(block: suspend () -> Unit) {
        refusal = null
        flow.write({ refusal = it }, block)
    }
    var actions by remember { mutableStateOf(false) }
    val id = case.header.case
    val state = CaseState(flow.times, case, catalogue.kinds, actions, flow.undoable(case), refusal)
    CaseContent(state) { event ->
        when (event) {
            CaseEvent.Back -> flow.back()
            is CaseEvent.Open -> open(flow, case, event.task)
            is CaseEvent.Done -> act { done(flow, case, event.task) }
            is CaseEvent.Later -> act { flow.record(id, Form.Snooze(SnoozeForm(event.task.step))) }
            is CaseEvent.NotThisTime -> flow.go(Place.Form(id, EntryKind.SKIP, mapOf("step" to event.task.step)))
            is CaseEvent.Seen -> act { flow.record(id, Form.Acknowledge(AcknowledgeForm(event.task.step)), undoable = true) }
            is CaseEvent.OpenFlag -> flow.go(Place.Flag(id, event.flag.rule, event.flag.step))
            is CaseEvent.Actions -> actions = event.open
            is CaseEvent.Record -> {
                actions = false
                record(flow, case, event.action)
            }
            CaseEvent.Check -> flow.go(Place.Form(id, EntryKind.CHECK))
            CaseEvent.RecordNeedle -> flow.go(Place.NewIo(id))
            CaseEvent.Pressing -> flow.go(Place.Removal(id))
            CaseEvent.WholeRecord -> flow.go(Place.Record(id))
            CaseEvent.NursingSheet -> flow.go(Place.Sheet(id))
            CaseEvent.Undo -> flow.takeBack { refusal = it }
        }
    }
}

/** To the page of what does the task, as the core names it. */
private fun open(flow: Flow, case: CaseView, task: TaskView) {
    val id = case.header.case
    when (val kind = task.opens) {
        null -> Unit
        EntryKind.INSERT -> flow.go(Place.NewIo(id))
        EntryKind.REMOVE, EntryKind.START_COMPRESSION -> flow.go(Place.Removal(id))
        else -> flow.go(Place.Form(id, kind))
    }
}

/** One tap does it; where the core wants to know why it comes late, its form asks. */
private suspend fun done(flow: Flow, case: CaseView, task: TaskView) {
    val kind = task.oneTap ?: return
    val form = formOf(kind, emptyMap()) ?: return
    val id = case.header.case
    if (flow.preview(id, form).asks.isEmpty()) {
        val outcome = flow.record(id, form, undoable = true)
        flow.go(flow.raised(id, outcome))
    } else {
        flow.go(Place.Form(id, kind))
    }
}

private fun record(flow: Flow, case: CaseView, action: Action) {
    val id = case.header.case
    when (action) {
        Action.TAKE_OUT -> flow.go(Place.Removal(id))
        Action.CAME_OUT -> flow.go(Place.Form(id, EntryKind.REMOVE, mapOf("came_out" to true)))
        else -> flow.go(Place.Form(id, action.kind))
    }
}
