package org.marrow.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Actor
import org.marrow.ffi.Lang
import org.marrow.ffi.StoreInfo
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Answers
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.Sheet
import org.marrow.ui.parts.TextAction
import org.marrow.ui.parts.TextInput
import org.marrow.ui.parts.TopBar
import org.marrow.words.NOTICES
import org.marrow.words.Words

/** What the person has set. */
data class SettingsState(
    val words: Words,
    /** Who is recording; none: nobody has said so. */
    val actor: Actor?,
    /** People who have recorded on this phone before. */
    val known: List<Actor>,
    val lang: Lang,
    val store: StoreInfo,
    /** Who is recording is being changed, and what is typed. */
    val changing: Actor? = null,
    /** What ships inside, and its licences, are read. */
    val notices: Boolean = false,
)

sealed interface SettingsEvent {
    data object Back : SettingsEvent

    /** Begins to say who records. */
    data object Change : SettingsEvent

    data class Type(val to: Actor.() -> Actor) : SettingsEvent

    data object Leave : SettingsEvent

    data class Records(val actor: Actor) : SettingsEvent

    data class Language(val lang: Lang) : SettingsEvent

    /** Opens or closes what ships inside. */
    data object Notices : SettingsEvent
}

@Composable
fun SettingsContent(state: SettingsState, onEvent: (SettingsEvent) -> Unit) = Cut {
    val words = state.words
    Page(covered = state.changing != null, top = { TopBar(words.settingsTitle, Icons.back, words.commonBack, { onEvent(SettingsEvent.Back) }) }) {
        SectionHead(words.settingsWho)
        GoRow(state.actor?.name ?: words.boardNobody, state.actor?.let(::post)) { onEvent(SettingsEvent.Change) }
        Hairline()
        Column(Modifier.padding(Size.edge, 12.dp), Arrangement.spacedBy(Size.gap)) {
            Text(words.settingsLanguage, style = Look.type.main)
            Answers(listOf(Lang.EN to "English", Lang.ES to "Español"), state.lang, question = words.settingsLanguage, least = Size.action) {
                onEvent(SettingsEvent.Language(it))
            }
        }
        Hairline()
        Column(Modifier.padding(Size.edge, 12.dp), Arrangement.spacedBy(Size.gap)) {
            Text(words.settingsNotifications, style = Look.type.main)
            Text(words.settingsNotificationsMore, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
        Hairline()
        SectionHead(words.settingsAbout)
        listOf(words.aboutIntendedUse, words.aboutNotAMonitor, words.aboutNoNetwork).forEach {
            Text(it, Modifier.padding(Size.edge, 4.dp), style = Look.type.body)
        }
        Text(
            words.settingsVersion(state.store.release, "${state.store.entries}"),
            Modifier.padding(Size.edge, 4.dp),
            style = Look.type.label,
            color = Look.colours.onSurfaceMuted,
        )
        TextAction(words.settingsNotices, Modifier.padding(8.dp)) { onEvent(SettingsEvent.Notices) }
        // In their own words, where they are asked for.
        if (state.notices) Text(NOTICES, Modifier.padding(Size.edge, 4.dp), style = Look.type.label)
    }
    state.changing?.let { Who(it, state, onEvent) }
}

/** Who records: somebody who has before, in one tap, or somebody new. */
@Composable
private fun Who(typed: Actor, state: SettingsState, onEvent: (SettingsEvent) -> Unit) {
    val words = state.words
    Sheet(words.settingsWho, words.commonClose, { onEvent(SettingsEvent.Leave) }) {
        state.known.forEach { actor -> key(actor) { GoRow(actor.name, post(actor)) { onEvent(SettingsEvent.Records(actor)) } } }
        Column(Modifier.padding(Size.edge, 8.dp), Arrangement.spacedBy(12.dp)) {
            TextInput(words.settingsName, typed.name) { onEvent(SettingsEvent.Type { copy(name = it) }) }
            TextInput(words.settingsRole, typed.role) { onEvent(SettingsEvent.Type { copy(role = it) }) }
            TextInput(words.settingsUnit, typed.unit) { onEvent(SettingsEvent.Type { copy(unit = it) }) }
            // Nobody records without a name: until there is one, there is nothing to press.
            if (typed.name.isNotBlank()) {
                MainButton(words.settingsRecordAs, Modifier.fillMaxWidth(), writes = typed.name) { onEvent(SettingsEvent.Records(typed)) }
            }
        }
    }
}

private fun post(actor: Actor) = listOf(actor.role, actor.unit).filter { it.isNotEmpty() }.joinToString(" · ")
