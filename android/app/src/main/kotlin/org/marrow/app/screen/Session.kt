package org.marrow.app.screen

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import kotlinx.coroutines.plus
import org.marrow.app.core.OpenCore
import org.marrow.app.keys.KeyLost
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.CaseId
import org.marrow.ffi.MarrowException
import org.marrow.ui.flow.Flow
import org.marrow.ui.flow.Host
import org.marrow.ui.nav.Place
import org.marrow.ui.states.Trouble
import org.marrow.ui.states.troubleOf
import org.marrow.words.Words

/** What an Activity shows: the store opens, or does not, or its screens are there. */
sealed interface Stage {
    data object Opening : Stage

    data class Closed(val trouble: Trouble) : Stage

    data class Open(val flow: Flow) : Stage
}

/**
 * From the open core to the screens. Where the store had to be opened anew, by whomever, the screens go on where they
 * were, with what was begun on them.
 */
class Session(private val core: OpenCore, private val scope: CoroutineScope, private val host: (MarrowClient) -> Host) {
    var stage by mutableStateOf<Stage>(Stage.Opening)
        private set

    /** Where to go as soon as there are screens. */
    private var ahead = listOf<Place>(Place.Board)
    private var screens: CoroutineScope? = null

    /** The newest of the screens, though their store may have closed since. */
    private var newest: Flow? = null

    val flow: Flow? get() = (stage as? Stage.Open)?.flow
    val places: List<Place> get() = newest?.places ?: ahead
    val words: Words get() = newest?.times?.words ?: Words(core.lang())

    fun begin(places: List<Place>) {
        ahead = places
        scope.launch { core.open.collect { client -> if (client != null) show(client) } }
        open()
    }

    /** Opens what is not open, and again what does not answer any more. */
    fun open() {
        scope.launch {
            try {
                val client = core.client()
                if (flow?.client === client) flow?.tryAgain() else show(client)
            } catch (cancelled: CancellationException) {
                throw cancelled
            } catch (failed: Exception) {
                leave()
                stage = Stage.Closed(whyClosed(failed))
            }
        }
    }

    /** A reminder was tapped. What is open is left as it is, below. */
    fun go(to: Place) {
        val flow = flow
        if (flow == null) ahead = listOfNotNull(Place.Board.takeIf { newest == null }, to) else scope.launch { lead(flow, listOf(to)) }
    }

    /** The phone speaks another language; where nobody has chosen one, so does Marrow. */
    fun speak() {
        scope.launch {
            val flow = flow ?: return@launch
            // Through the core, which else takes it for a person's choice.
            val lang = core.client().lang
            if (flow.times.words.lang != lang) flow.speak(lang)
        }
    }

    private suspend fun show(client: MarrowClient) {
        if (flow?.client === client) return
        val before = newest
        leave()
        val own = (scope + SupervisorJob(scope.coroutineContext.job)).also { screens = it }
        val flow = Flow(client, host(client), own, before).apply { begin() }
        newest = flow
        stage = Stage.Open(flow)
        if (before != null) flow.tryAgain()
        lead(flow, ahead.also { ahead = emptyList() })
    }

    private fun leave() {
        screens?.cancel()
        screens = null
    }

    /** A case that is not here, of a link of yesterday, is not led to. */
    private suspend fun lead(flow: Flow, to: List<Place>) {
        try {
            to.mapNotNull(::caseOf).distinct().forEach { flow.client.show(it) }
        } catch (_: MarrowException) {
            return
        }
        flow.go(to)
    }

    private fun caseOf(place: Place): CaseId? = when (place) {
        is Place.Case -> place.case
        is Place.NewIo -> place.case
        is Place.Form -> place.case
        is Place.Removal -> place.case
        is Place.Flag -> place.case
        is Place.Record -> place.case
        is Place.Sheet -> place.case
        Place.Board, Place.Reminders, is Place.Reference, Place.Policy, is Place.Settings -> null
    }
}

/** Why the store does not open, as far as a person can do something about it. */
internal fun whyClosed(failed: Exception): Trouble = when (failed) {
    is KeyLost -> Trouble.WRONG_KEY
    is MarrowException -> troubleOf(failed) ?: Trouble.UNREADABLE
    else -> Trouble.UNREADABLE
}
