package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import java.util.UUID
import org.marrow.ffi.CaseId
import org.marrow.ffi.Consciousness
import org.marrow.ffi.Form
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Outcome
import org.marrow.ffi.PatientForm
import org.marrow.ui.nav.Place
import org.marrow.ui.newio.Awake
import org.marrow.ui.newio.NewIo
import org.marrow.ui.newio.NewIoContent
import org.marrow.ui.newio.NewIoEvent
import org.marrow.ui.newio.NewIoSheet
import org.marrow.ui.newio.NewIoState
import org.marrow.ui.parts.Refusal

/**
 * A new needle over the lock: what is recorded leads nowhere, and nothing that is on record is shown.
 *
 * @param back takes what the phone's own way back is to do.
 */
@Composable
fun QuickNewIo(flow: Flow, onClose: () -> Unit, back: @Composable (() -> Unit) -> Unit, onRecorded: () -> Unit) =
    NewIo(flow, Place.NewIo(), onClose, back) { _, _ -> onRecorded() }

/** A new needle: it opens a case, or goes into one that has none on record. */
@Composable
internal fun NewIoPage(flow: Flow, place: Place.NewIo) = NewIo(flow, place, flow::away, {}) { case, outcome ->
    flow.instead(place, case, listOf(Place.Case(case)).filterNot { it in flow.places } + flow.raised(case, outcome))
}

@Composable
private fun NewIo(
    flow: Flow,
    place: Place.NewIo,
    leave: () -> Unit,
    back: @Composable (() -> Unit) -> Unit,
    recorded: suspend (CaseId, Outcome) -> Unit,
) {
    val catalogue = flow.catalogue ?: return
    val shown by flow.client.shown.collectAsState()
    val known = shown?.takeIf { it.header.case == place.case }
    val begun = remember { flow.begun(place) { BegunNewIo(known?.header?.alias.orEmpty()) } }
    val draft = begun.draft
    val made = flow.times.words.newIoAliasMade(flow.times.hour(draft.performedAtMs ?: flow.times.nowMs))
    val state = NewIoState(
        times = flow.times,
        catalogue = catalogue,
        draft = draft,
        aliases = listOf(made),
        tried = known?.tried.orEmpty().toSet(),
        refusal = begun.refusal,
        reasonAsked = begun.reasonAsked,
        open = begun.sheet,
    )
    val close = { if (!begun.back()) leave() }
    back(close)
    NewIoContent(state) { event ->
        when (event) {
            NewIoEvent.Close -> close()
            is NewIoEvent.Change -> {
                begun.draft = event.to(begun.draft)
                begun.refusal = null
            }
            is NewIoEvent.Open -> begun.sheet = event.sheet
            NewIoEvent.ThrowAway -> leave()
            NewIoEvent.Save -> flow.write({
                begun.refusal = it
                begun.reasonAsked = begun.reasonAsked || it.liftedBy == REASON
            }) {
                val case = place.case ?: opened(flow, begun, patient(draft, made))
                recorded(case, flow.record(case, insertion(draft), Moment(draft.performedAtMs, draft.precision), undoable = true))
            }
        }
    }
}

/** A needle as far as it is said. */
private class BegunNewIo(alias: String) : Held {
    private val nothing = NewIo(alias = alias)
    var draft by mutableStateOf(nothing)
    var sheet by mutableStateOf<NewIoSheet?>(null)
    var refusal by mutableStateOf<Refusal?>(null)

    /** Asked for since a refusal that it lifts, and from then on. */
    var reasonAsked by mutableStateOf(false)

    /** Its case. What was opened stays open when the needle is refused, or fails: saving again does not open another. */
    val case: CaseId = UUID.randomUUID()

    /** What was said of the patient when the case was opened, or was to be. */
    var patient: PatientForm? = null

    override fun back(): Boolean {
        val before = sheet
        sheet = if (before == null && draft != nothing) NewIoSheet.LEAVE else null
        return before != null || sheet != null
    }
}

/** The field of [InsertForm.overrideReason]. */
private const val REASON = "override_reason"

/** The case, opened now or before; what was said of the patient since is put right in it. */
private suspend fun opened(flow: Flow, begun: BegunNewIo, patient: PatientForm): CaseId {
    val before = begun.patient?.takeIf { flow.isHere(begun.case) }
    if (before == null) {
        // Before it is tried: where that fails, nobody knows whether the case is there.
        begun.patient = patient
        flow.record(begun.case, Form.OpenCase(patient), Moment(begun.draft.performedAtMs, begun.draft.precision))
    } else if (before != patient) {
        flow.record(begun.case, Form.UpdatePatient(patient))
        begun.patient = patient
    }
    return begun.case
}

private fun patient(draft: NewIo, made: String) = PatientForm(
    alias = draft.alias.ifBlank { made },
    ageBand = draft.age?.band,
    consciousness = when (draft.awake) {
        Awake.YES -> Consciousness.CONSCIOUS
        Awake.NO -> Consciousness.UNCONSCIOUS
        else -> null
    },
)

private fun insertion(draft: NewIo) = Form.Insert(
    InsertForm(
        device = draft.device,
        site = draft.bone?.site,
        side = draft.bone?.side,
        overrideReason = draft.overrideReason.ifBlank { null },
    ),
)
