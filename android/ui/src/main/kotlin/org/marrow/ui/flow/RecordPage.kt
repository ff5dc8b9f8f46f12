package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryView
import org.marrow.ffi.Form
import org.marrow.ffi.ReinstateForm
import org.marrow.ffi.StrikeForm
import org.marrow.ffi.answers
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.Refusal
import org.marrow.ui.record.RecordContent
import org.marrow.ui.record.RecordEvent
import org.marrow.ui.record.RecordState

/** The whole record, read anew whenever the case on the screen changes. */
@Composable
internal fun RecordPage(flow: Flow, place: Place.Record) {
    val shown by flow.client.shown.collectAsState()
    var whole by remember { mutableStateOf<CaseView?>(null) }
    var open by remember { mutableStateOf<EntryView?>(null) }
    var reason by remember { mutableStateOf("") }
    var confirming by remember { mutableStateOf(false) }
    LaunchedEffect(shown?.entries) { flow.act { whole = flow.client.case(place.case) } }
    val case = whole ?: return
    var refusal by remember { mutableStateOf<Refusal?>(null) }
    val refused = { said: Refusal ->
        open = null
        refusal = said
    }
    fun leave() {
        refusal = null
        open = null
        reason = ""
        confirming = false
    }
    RecordContent(RecordState(flow.times, case, open, reason, confirming, flow.undoable(case), refusal)) { event ->
        when (event) {
            RecordEvent.Back -> flow.back()
            is RecordEvent.Open -> {
                leave()
                open = event.entry
            }
            is RecordEvent.Reason -> reason = event.text
            is RecordEvent.Confirm -> confirming = event.on
            is RecordEvent.Strike -> flow.write(refused) {
                flow.record(place.case, Form.Strike(StrikeForm(event.entry, reason.ifBlank { null })))
                leave()
            }
            is RecordEvent.Reinstate -> flow.write(refused) {
                flow.record(place.case, Form.Reinstate(ReinstateForm(event.entry, reason.ifBlank { null })))
                leave()
            }
            is RecordEvent.Amend -> {
                val kind = event.entry.kind
                val form = event.entry.form
                leave()
                if (kind != null && form != null) flow.go(Place.Form(place.case, kind, form.answers, event.entry.id))
            }
            RecordEvent.Undo -> flow.takeBack(refused)
        }
    }
}
