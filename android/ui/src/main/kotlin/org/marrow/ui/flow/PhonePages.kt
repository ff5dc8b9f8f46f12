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
import org.marrow.ffi.ReferenceCard
import org.marrow.ffi.StoreInfo
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
internal fun ReferencePage(flow: Flow) {
    val cards = flow.catalogue?.cards ?: return
    var open by remember { mutableStateOf<ReferenceCard?>(null) }
    ReferenceContent(ReferenceState(flow.times.words, cards, open)) { event ->
        when (event) {
            ReferenceEvent.Back -> if (open == null) flow.back() else open = null
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
internal fun SettingsPage(flow: Flow) {
    var store by remember { mutableStateOf<StoreInfo?>(null) }
    var changing by remember { mutableStateOf<Actor?>(null) }
    LaunchedEffect(Unit) { flow.act { store = flow.client.info() } }
    val people = flow.people
    val state = SettingsState(
        flow.times.words, people.actor, people.known, flow.client.lang, people.aliasInNotifications, store ?: return, changing,
    )
    SettingsContent(state) { event ->
        when (event) {
            SettingsEvent.Back -> flow.back()
            is SettingsEvent.Changing -> changing = event.actor
            is SettingsEvent.Records -> {
                changing = null
                flow.become(people.copy(actor = event.actor, known = (listOf(event.actor) + people.known).distinct().take(KNOWN)))
            }
            is SettingsEvent.Language -> flow.speak(event.lang)
            is SettingsEvent.AliasInNotifications -> flow.become(people.copy(aliasInNotifications = event.on))
        }
    }
}

/** As many as have a line each without scrolling far. */
private const val KNOWN = 8
