package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.CaseView
import org.marrow.ffi.EndCompressionForm
import org.marrow.ffi.Form
import org.marrow.ffi.RemovalAntisepticForm
import org.marrow.ffi.RemoveForm
import org.marrow.ffi.StartCompressionForm
import org.marrow.ui.nav.Place
import org.marrow.ui.removal.RemovalContent
import org.marrow.ui.removal.RemovalEvent
import org.marrow.ui.removal.RemovalState
import org.marrow.ui.time.Times

/** The five pages of taking out. Where it stands is what is on record, so that it survives everything. */
@Composable
internal fun RemovalPage(flow: Flow, place: Place.Removal, case: CaseView) {
    val catalogue = flow.catalogue ?: return
    var state by remember { flow.begun(place) { mutableStateOf(RemovalState(flow.times, case, catalogue)) } }
    val id = case.header.case
    fun record(form: Form, then: RemovalState.() -> RemovalState = { this }) = flow.write({ state = state.copy(refusal = it) }) {
        val outcome = flow.record(id, form)
        state = state.copy(refusal = null).then()
        flow.go(flow.raised(id, outcome))
    }
    Felt(flow, case.header.pressingUntilMs)
    RemovalContent(state.copy(times = flow.times, case = case, catalogue = catalogue)) { event ->
        val answers = state.answers
        when (event) {
            RemovalEvent.Back, RemovalEvent.Done -> flow.back()
            is RemovalEvent.Change -> state = state.copy(answers = event.to(state.answers))
            RemovalEvent.Antiseptic -> record(Form.RemovalAntiseptic(RemovalAntisepticForm(answers.agent.ifBlank { null })))
            RemovalEvent.WithoutAntiseptic -> state = state.copy(withoutAntiseptic = true)
            is RemovalEvent.Confirm -> state = state.copy(confirming = event.on)
            RemovalEvent.TakeOut -> record(
                Form.Remove(RemoveForm(resistance = answers.resistance, tipIntact = answers.tipWhole, bleeding = answers.bleeding)),
            ) { copy(confirming = false) }
            RemovalEvent.Press -> record(Form.StartCompression(StartCompressionForm())) { copy(stopped = false) }
            is RemovalEvent.StopEarly -> state = state.copy(stopping = event.asked)
            RemovalEvent.StoppedEarly -> state = state.copy(stopping = false, stopped = true)
            is RemovalEvent.Stopped -> record(
                Form.EndCompression(EndCompressionForm(event.bleedingStopped, answers.earlyReason.ifBlank { null })),
            ) { copy(stopped = false, answers = this.answers.copy(earlyReason = "")) }
            is RemovalEvent.Reference -> flow.go(Place.Reference(event.card.id))
        }
    }
}

/** Both hands press and the eyes are on the puncture: each minute is felt, and the end. */
@Composable
private fun Felt(flow: Flow, untilMs: Long?) {
    val left = untilMs?.let { (it - flow.times.nowMs + Times.MINUTE - 1).coerceAtLeast(0) / Times.MINUTE }
    var before by remember(untilMs) { mutableStateOf(left) }
    LaunchedEffect(left) {
        val last = before
        if (left != null && last != null && left < last) flow.host.feel(if (left == 0L) Touch.OVER else Touch.MINUTE)
        before = left
    }
}
