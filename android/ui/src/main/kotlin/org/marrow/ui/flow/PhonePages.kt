package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.Actor
import org.marrow.ffi.PolicyChange
import org.marrow.ffi.PolicyView
import org.marrow.ffi.StoreInfo
import org.marrow.ui.nav.Place
import org.marrow.ui.parts.Refusal
import org.marrow.ui.policy.PolicyContent
import org.marrow.ui.policy.PolicyEvent
import org.marrow.ui.policy.PolicyState
import org.marrow.ui.reference.ReferenceContent
import org.marrow.ui.reference.ReferenceEvent
import org.marrow.ui.reference.ReferenceState
import org.marrow.ui.reminders.RemindersContent
import org.marrow.ui.reminders.RemindersEvent
import org.marrow.ui.reminders.RemindersState
import org.marrow.ui.settings.SettingsContent
import org.marrow.ui.settings.SettingsEvent
import org.marrow.ui.settings.SettingsState

@Composable
internal fun RemindersPage(flow: Flow) {
    val board by flow.client.board.collectAsState()
    var test by remember { mutableStateOf<Long?>(null) }
    LaunchedEffect(Unit) { flow.act { flow.reconcile() } }
    val health = flow.health ?: return
    val plan = health.plan ?: return
    RemindersContent(RemindersState(flow.times, health.conditions, plan, board ?: return, health.lateness, test)) { event ->
        when (event) {
            RemindersEvent.Back -> flow.back()
            is RemindersEvent.Fix -> flow.host.fix(event.need)
            RemindersEvent.Test -> flow.act { test = flow.host.testReminder() }
        }
    }
}

@Composable
internal fun ReferencePage(flow: Flow, place: Place.Reference) {
    val cards = flow.catalogue?.cards ?: return
    val asked = cards.find { it.id == place.card }
    var open by remember { mutableStateOf(asked) }
    ReferenceContent(ReferenceState(flow.times.words, cards, open)) { event ->
        when (event) {
            // Back from the card that somebody came for is where she came from.
            ReferenceEvent.Back -> if (open == asked) flow.back() else open = asked
            is ReferenceEvent.Open -> open = event.card
        }
    }
}

@Composable
internal fun PolicyPage(flow: Flow) {
    var policy by remember { mutableStateOf<PolicyView?>(null) }
    var refusal by remember { mutableStateOf<Refusal?>(null) }
    fun change(to: PolicyChange?) = flow.act({ refusal = it }) {
        policy = flow.client.policy(to)
        refusal = null
    }
    LaunchedEffect(Unit) { change(null) }
    PolicyContent(PolicyState(flow.times.words, policy ?: return, refusal)) { event ->
        when (event) {
            PolicyEvent.BACK -> flow.back()
            PolicyEvent.BRING_IN -> flow.act { flow.host.choosePolicy()?.let { change(PolicyChange.Set(it)) } }
            PolicyEvent.HAND_OUT -> policy?.document?.let(flow.host::handOut)
            PolicyEvent.REMOVE -> change(PolicyChange.Remove)
        }
    }
}

@Composable
internal fun SettingsPage(flow: Flow, place: Place.Settings) {
    var store by remember { mutableStateOf<StoreInfo?>(null) }
    // Somebody new is most often of the same unit.
    val somebody = Actor("", "", flow.people.actor?.unit.orEmpty())
    var changing by remember { mutableStateOf(somebody.takeIf { place.who }) }
    var notices by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) { flow.act { store = flow.client.info() } }
    val people = flow.people
    val state = SettingsState(
        flow.times.words, people.actor, people.known, flow.client.lang, store ?: return, changing, notices,
    )
    SettingsContent(state) { event ->
        when (event) {
            SettingsEvent.Back -> flow.back()
            SettingsEvent.Change -> changing = somebody
            is SettingsEvent.Type -> changing = event.to(changing ?: somebody)
            SettingsEvent.Leave -> if (place.who) flow.back() else changing = null
            is SettingsEvent.Records -> if (event.actor.name.isNotBlank()) {
                changing = null
                flow.become(people.copy(actor = event.actor, known = (listOf(event.actor) + people.known).distinct().take(KNOWN)))
                if (place.who) flow.back()
            }
            is SettingsEvent.Language -> flow.speak(event.lang)
            SettingsEvent.Notices -> notices = !notices
        }
    }
}

/** As many as have a line each without scrolling far. */
private const val KNOWN = 8
