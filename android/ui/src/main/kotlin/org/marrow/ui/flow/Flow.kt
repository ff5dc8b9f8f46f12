package org.marrow.ui.flow

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.AmendForm
import org.marrow.ffi.CaseId
import org.marrow.ffi.CaseView
import org.marrow.ffi.Catalogue
import org.marrow.ffi.Command
import org.marrow.ffi.EntryId
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.Outcome
import org.marrow.ffi.Precision
import org.marrow.ffi.Severity
import org.marrow.ffi.StrikeForm
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.Refusal
import org.marrow.ui.states.Trouble
import org.marrow.ui.states.troubleOf
import org.marrow.ui.time.Times
import org.marrow.words.Words

/**
 * Where a person is, and what she does there: events of screens become commands, what they raise leads on. It holds no
 * rule about care; what is refused, and why, is the core's word.
 *
 * @param before whose place it takes, as its store had to be opened anew: it goes on there, with what was begun.
 */
class Flow(val client: MarrowClient, val host: Host, private val scope: CoroutineScope, before: Flow? = null) {
    private val begun: Begun = before?.begun ?: Begun()
    private var way: List<Place> by mutableStateOf(before?.places ?: listOf(Place.Board))
    var places: List<Place>
        get() = way
        private set(to) {
            way = to
            begun.keepOnly(to)
        }
    var times by mutableStateOf(Times(Words(client.lang), host.clock()))
        private set
    var people by mutableStateOf(host.people)
        private set
    var health by mutableStateOf<Health?>(null)
        private set
    var catalogue by mutableStateOf<Catalogue?>(null)
        private set

    /** What was recorded last and can be taken back for a moment. */
    var undo by mutableStateOf<Undo?>(null)
        private set

    /** The record cannot be read or written any more. */
    var trouble by mutableStateOf<Trouble?>(null)
        private set

    private var unseen by mutableStateOf(false)
    private var unsure by mutableStateOf<Refusal?>(null)

    /** What became of what was pressed last, where it can't be seen: it could not be read again, or nobody knows. */
    val ofLast: List<String>
        get() = when {
            unseen -> listOf(times.words.boardStale)
            else -> unsure?.let { listOf(it.title, it.advice) }.orEmpty()
        }

    val place: Place get() = places.last()

    /** Begins: what does not change is read, the clock ticks. */
    fun begin() {
        act { catalogue = client.catalogue() }
        scope.launch { tick() }
        act { reconcile() }
    }

    private suspend fun tick() {
        var minute = -1L
        while (true) {
            val clock = host.clock()
            if (clock.nowMs / beat != times.nowMs / beat) times = Times(Words(client.lang), clock)
            val now = clock.nowMs / Times.MINUTE
            if (now != minute) look { refresh() }
            minute = now
            undo?.let { if (clock.nowMs > it.untilMs) undo = null }
            delay(TICK_MS)
        }
    }

    /** What is due changes by the minute, the digits of a countdown by the second; nothing is drawn anew more often. */
    private val beat get() = if (place is Place.Removal) SECOND_MS else Times.MINUTE

    fun go(to: Place) = go(listOf(to))

    /** On, through all of them. A case is read first: its page is never empty, and where it can't be read one stays. */
    fun go(to: List<Place>) {
        val case = to.firstNotNullOfOrNull { (it as? Place.Case)?.case }
        if (case == null) put(to) else act {
            client.show(case)
            put(to)
        }
    }

    private fun put(to: List<Place>) = to.forEach { if (it != place) places = places + it }

    /** Back to where the person came from; the board is the first. What is half filled in is asked about before. */
    fun back() {
        if (begun.held(place, places)?.back() != true) away()
    }

    /** The same, whatever was begun here. */
    internal fun away() {
        if (places.size > 1) places = places.dropLast(1)
        readAgain()
    }

    /** In the place of this one, as a form that was saved. */
    fun instead(of: Place, to: List<Place>) {
        val at = places.lastIndexOf(of)
        places = (if (at < 0) places else places.take(at)) + to
        readAgain()
    }

    /**
     * The same, in a case in which something was just recorded: it is read first. Where it can't be read, the way leads on
     * all the same: what is on record would be recorded a second time where it was begun.
     */
    internal suspend fun instead(of: Place, case: CaseId, to: List<Place>) {
        try {
            client.show(case)
        } catch (_: MarrowException) {
            // It is read again from there, which says why it can't be.
        }
        instead(of, to)
    }

    /** What was begun at a place on the way, or begins now. */
    internal fun <T : Any> begun(place: Place, begin: () -> T): T = begun.at(place, places, begin)

    /** After a trouble that may be over. */
    fun tryAgain() {
        trouble = null
        unsure = null
        look { refresh() }
        readAgain()
    }

    private suspend fun refresh() {
        client.refresh()
        unseen = false
    }

    /** A link may have led to another case meanwhile; or this one could not be read when it was led to. */
    private fun readAgain() {
        val case = place.about ?: return
        if (client.shown.value?.header?.case != case) look { client.show(case) }
    }

    private var writing = false

    /** Does something that can fail as a whole; what the core says about one act, the act's own page takes. */
    fun act(refused: (Refusal) -> Unit = {}, block: suspend () -> Unit) = attempt(block) { failed(it, refused) }

    private fun failed(failure: MarrowException, refused: (Refusal) -> Unit) {
        val whole = troubleOf(failure)
        host.feel(Touch.REFUSED)
        if (whole != null) trouble = whole else refused(refusalOf(failure, times.words, catalogue))
    }

    /** Reads what is to be seen, or to be planned. That it fails says nothing of what was pressed before: no hand feels it. */
    private fun look(block: suspend () -> Unit) = attempt(block) { failure -> troubleOf(failure)?.let { trouble = it } }

    private fun attempt(block: suspend () -> Unit, failed: (MarrowException) -> Unit) {
        scope.launch {
            try {
                block()
            } catch (failure: MarrowException) {
                failed(failure)
            }
        }
    }

    /**
     * The same for what writes: a second tap while the first is on its way is not a second entry. Where nobody knows whether
     * it is on record, that is said with the trouble, and after it where it would be recorded again.
     */
    fun write(refused: (Refusal) -> Unit = {}, block: suspend () -> Unit) {
        if (writing) return
        writing = true
        unsure = null
        attempt({
            try {
                block()
            } finally {
                writing = false
            }
        }) { failure ->
            unsure = unsureOf(failure, times.words)?.also(refused)
            failed(failure, refused)
        }
    }

    /**
     * Records, and lets the reminders be brought over. What is on record is: nothing that fails after it may look as if
     * it was not.
     */
    suspend fun record(case: CaseId, form: Form, at: Moment = Moment(), undoable: Boolean = false): Outcome {
        val outcome = client.dispatch(command(case, form, at))
        unseen = client.stale.value != null
        host.feel(Touch.RECORDED)
        if (undoable) undo = outcome.entry?.let { entry -> catalogue?.undo?.let { Undo(case, entry, it.reason, host.clock().nowMs + it.withinMs) } }
        look { reconcile() }
        return outcome
    }

    /** A case is on record on this phone. */
    internal suspend fun isHere(case: CaseId): Boolean = try {
        client.case(case).header.case == case
    } catch (_: MarrowException.NotFound) {
        false
    }

    suspend fun preview(case: CaseId, form: Form, at: Moment = Moment()): Outcome = client.preview(command(case, form, at))

    private fun command(case: CaseId, form: Form, at: Moment) = Command(
        case = case,
        form = form,
        precision = at.precision,
        actor = people.actor ?: Actor("", "", ""),
        performedAtMs = at.performedAtMs,
        lateReason = at.lateReason,
        amends = at.amends,
    )

    /** What was recorded leads to the most serious flag that it raised. */
    fun raised(case: CaseId, outcome: Outcome): List<Place> =
        outcome.raised.filter { it.severity == Severity.RED }.take(1).map { Place.Flag(case, it.rule, it.step) }

    /** What was just recorded in a case and can be taken back, in words. */
    internal fun undoable(case: CaseView): String? {
        val last = undo?.takeIf { it.case == case.header.case } ?: return null
        return case.record.lastOrNull { it.id == last.entry && it.struck.isEmpty() }?.let { times.words.formRecorded(it.title) }
    }

    fun takeBack(refused: (Refusal) -> Unit) {
        val last = undo ?: return
        undo = null
        write(refused) { record(last.case, Form.Strike(StrikeForm(last.entry, last.reason))) }
    }

    suspend fun reconcile() {
        health = host.reconcile()
    }

    fun become(changed: People) {
        people = changed
        host.people = changed
    }

    fun speak(lang: Lang) {
        client.lang = lang
        times = Times(Words(lang), host.clock())
        act {
            client.refresh()
            catalogue = client.catalogue()
            reconcile()
        }
    }

    private companion object {
        const val TICK_MS = 250L
        const val SECOND_MS = 1_000L
    }
}

/** What can be taken back, with which reason, until when. */
data class Undo(val case: CaseId, val entry: EntryId, val reason: String, val untilMs: Long)

/** When something happened, how sure that is, why it comes late, what it takes the place of. */
data class Moment(
    val performedAtMs: Long? = null,
    val precision: Precision = Precision.EXACT,
    val lateReason: String? = null,
    val amends: AmendForm? = null,
)
