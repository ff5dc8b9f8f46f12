package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.AmendForm
import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryKind
import org.marrow.ffi.MarrowException
import org.marrow.ui.form.FormContent
import org.marrow.ui.form.FormEvent
import org.marrow.ui.form.FormState
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.MomentSheet

@Composable
internal fun FormPage(flow: Flow, place: Place.Form, case: CaseView) {
    val catalogue = flow.catalogue ?: return
    var form by remember { mutableStateOf(FormState.of(place.kind, case, catalogue, flow.times, place.given)) }
    var choosing by remember { mutableStateOf(false) }
    val moment = Moment(
        performedAtMs = form.performedAtMs,
        lateReason = form.whyLate?.ifEmpty { null },
        amends = place.amends?.let { AmendForm(it, null, null, null) },
    )
    // After each answer the core says what is still missing, and whether it will ask why so late.
    LaunchedEffect(form.answers, form.performedAtMs) {
        try {
            val outcome = flow.preview(place.case, form.form, moment)
            form = form.copy(missing = outcome.missing, whyLate = form.whyLate ?: "".takeIf { outcome.asks.isNotEmpty() })
        } catch (_: MarrowException) {
            // Half a form is no fault; saving it says what is.
        }
    }
    FormContent(form.copy(times = flow.times)) { event ->
        when (event) {
            FormEvent.Back -> flow.back()
            is FormEvent.Said -> form = form.with(event.field, event.value).copy(refusal = null)
            is FormEvent.NotAssessed -> form = form.notAssessed(event.field)
            is FormEvent.Turn -> form = form.copy(turned = if (event.group in form.turned) form.turned - event.group else form.turned + event.group)
            is FormEvent.WhyLate -> form = form.copy(whyLate = event.text)
            FormEvent.Moment -> choosing = true
            FormEvent.Save -> flow.act({ form = form.copy(refusal = it) }) {
                val outcome = flow.record(place.case, form.form, moment, undoable = place.kind != EntryKind.STRIKE)
                flow.instead(place, flow.raised(place.case, outcome))
            }
        }
    }
    if (choosing) {
        MomentSheet(flow.times, form.performedAtMs, { form = form.copy(performedAtMs = it) }, { choosing = false })
    }
}
