package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.AmendForm
import org.marrow.ffi.CaseView
import org.marrow.ffi.Catalogue
import org.marrow.ffi.EntryKind
import org.marrow.ffi.MarrowException
import org.marrow.ui.form.FormContent
import org.marrow.ui.form.FormEvent
import org.marrow.ui.form.FormState
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.LeaveSheet
import org.marrow.ui.parts.Leaving
import org.marrow.ui.parts.MomentSheet
import org.marrow.ui.parts.Refusal

@Composable
internal fun FormPage(flow: Flow, place: Place.Form, case: CaseView) {
    val catalogue = flow.catalogue ?: return
    val begun = remember { flow.begun(place) { BegunForm(fresh(flow, place, case, catalogue)) } }
    var form by begun::form
    // Which questions of a check apply the core says; before it has, none is shown, so that none moves under a finger.
    var looked by remember { mutableStateOf(!form.isCheck) }
    val moment = moment(place, form)
    // In another language the questions are others, the answers the same.
    LaunchedEffect(catalogue) {
        val fresh = fresh(flow, place, flow.client.shown.value?.takeIf { it.header.case == place.case } ?: case, catalogue)
        if (fresh.kind != form.kind) form = form.asked(fresh)
    }
    // After each answer the core says what is still missing, and whether it will ask why so late.
    LaunchedEffect(form.answers, form.performedAtMs) {
        try {
            val outcome = flow.preview(place.case, form.form, moment)
            form = form.copy(missing = outcome.missing, whyLate = form.whyLate ?: "".takeIf { outcome.asks.isNotEmpty() })
        } catch (_: MarrowException) {
            // Half a form is no fault; saving it says what is.
        }
        looked = true
    }
    if (!looked) return
    val save = {
        if (form.saysNothing) form = form.copy(refusal = nothing(flow)) else flow.write({ form = form.copy(refusal = it) }) {
            val outcome = flow.record(place.case, form.form, moment, undoable = place.kind != EntryKind.STRIKE)
            flow.instead(place, flow.raised(place.case, outcome))
        }
    }
    FormContent(form.copy(times = flow.times), covered = begun.over != null) { event ->
        when (event) {
            FormEvent.Back -> flow.back()
            is FormEvent.Said -> form = form.with(event.field, event.value).copy(refusal = null)
            is FormEvent.NotAssessed -> form = form.notAssessed(event.field)
            is FormEvent.Turn -> form = form.copy(turned = if (event.group in form.turned) form.turned - event.group else form.turned + event.group)
            is FormEvent.WhyLate -> form = form.copy(whyLate = event.text)
            is FormEvent.WhyAmended -> form = form.copy(whyAmended = event.text)
            FormEvent.Moment -> begun.over = OverForm.TIME
            FormEvent.Save -> save()
        }
    }
    val words = flow.times.words
    when (begun.over) {
        OverForm.TIME -> MomentSheet(words.formWhen, flow.times, form.performedAtMs, { form = form.copy(performedAtMs = it) }, { begun.over = null })
        OverForm.LEAVE -> LeaveSheet(words, if (form.isWhole) words.formSave else words.formSaveUnfinished) { leaving ->
            begun.over = null
            when (leaving) {
                Leaving.SAVE -> save()
                Leaving.AWAY -> flow.away()
                Leaving.STAY -> {}
            }
        }
        null -> {}
    }
}

/** A check that nobody has answered is no entry: whoever saves it has pressed the wrong button. */
private fun nothing(flow: Flow) = flow.times.words.let { Refusal(it.formNothing, it.formNothingMore) }

/** An empty form; one that takes the place of an entry begins with what that says, all of which is asked. */
private fun fresh(flow: Flow, place: Place.Form, case: CaseView, catalogue: Catalogue): FormState =
    if (place.amends == null) FormState.of(place.kind, case, catalogue, flow.times, place.given)
    else FormState.of(place.kind, case, catalogue, flow.times).copy(answers = place.given, whyAmended = "")

/** A time that is chosen while an entry is amended is the entry's new one. */
private fun moment(place: Place.Form, form: FormState): Moment = place.amends.let { entry ->
    if (entry == null) Moment(form.performedAtMs, lateReason = form.whyLate?.ifBlank { null })
    else Moment(amends = AmendForm(entry, form.whyAmended?.ifBlank { null }, form.performedAtMs, null))
}
