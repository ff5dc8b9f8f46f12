package org.marrow.ui.pictures

import androidx.compose.material3.Text
import kotlinx.coroutines.runBlocking
import org.marrow.ffi.Actor
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.Os
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.board.BoardContent
import org.marrow.ui.board.BoardState
import org.marrow.ui.newio.Age
import org.marrow.ui.newio.NewIo
import org.marrow.ui.newio.NewIoContent
import org.marrow.ui.newio.NewIoState
import org.marrow.ffi.Bone
import org.marrow.ui.parts.Refusal
import org.marrow.ui.policy.PolicyContent
import org.marrow.ui.policy.PolicyState
import org.marrow.ui.reference.ReferenceContent
import org.marrow.ui.reference.ReferenceState
import org.marrow.ui.reminders.Condition
import org.marrow.ui.reminders.Need
import org.marrow.ui.reminders.RemindersContent
import org.marrow.ui.reminders.RemindersState
import org.marrow.ui.settings.SettingsContent
import org.marrow.ui.settings.SettingsState
import org.marrow.ui.sheet.SheetContent
import org.marrow.ui.sheet.SheetState
import org.marrow.ui.states.Trouble
import org.marrow.ui.states.TroubleContent
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward

/** The screens that are no case's, and the states in which there is nothing to show. */
class MoreScenes(private val lang: Lang, private val doubled: Doubled?) {
    private val stories = Stories(lang)

    fun all(): List<Scene> = ward(lang, doubled).use { ward ->
        ward.play(stories.board())
        phone(ward) + states(ward)
    }

    private fun phone(ward: Ward): List<Scene> {
        val words = ward.words
        val board = ward.board()
        val plan = ward.ask { reminders(PlatformCaps(Os.ANDROID, 300u, true, false, true, false, true)) }
        val held = Need.entries.map { Condition(it, true, value = if (it == Need.VOLUME) "6 / 7" else null) }
        val path = if (lang == Lang.EN) "Settings › Apps › Marrow › Battery › Unrestricted" else "Ajustes › Aplicaciones › Marrow › Batería › Sin restricciones"
        val failing = held.map { if (it.need == Need.BATTERY) it.copy(held = false, path = path) else it }
        val reminders = RemindersState(ward.times(), held, plan, board, lateness = 1L to 7L)
        val cards = ward.ask { catalogue() }.cards
        val policy = PolicyState(words, ward.ask { policy() })
        val settings = SettingsState(words, stories.okafor, listOf(stories.okafor, Actor("Ana G.", "", "")), lang, ward.ask { info() })
        val sheet = SheetState(words, board.open.first().header, lang)
        return listOf(
            Scene("reminders") { RemindersContent(reminders) {} },
            Scene("reminders-fail") { RemindersContent(reminders.copy(conditions = failing, lateness = null)) {} },
            Scene("reference") { ReferenceContent(ReferenceState(words, cards)) {} },
            Scene("reference-card") { ReferenceContent(ReferenceState(words, cards, cards.first())) {} },
            Scene("policy") { PolicyContent(policy) {} },
            Scene("settings") { SettingsContent(settings) {} },
            Scene("settings-who") { SettingsContent(settings.copy(changing = stories.okafor)) {} },
            Scene("sheet") { SheetContent(sheet, {}) { Text(words.caseSheet) } },
        )
    }

    private fun refused(): Refusal = ward(lang, doubled).use { ward ->
        ward.play(stories.child())
        val refused = runCatching { runBlocking { ward.record(stories.sternalInChild) } }.exceptionOrNull()
        (refused as MarrowException.Refused).let { Refusal(it.title, it.advice) }
    }

    private fun states(ward: Ward): List<Scene> {
        val words = ward.words
        val none = BoardState(ward.times(), null, slow = true)
        val empty = none.copy(board = ward.board().copy(open = emptyList()))
        val draft = NewIo(Bone(Site.STERNUM, Side.MIDLINE), "fast1", age = Age.UNDER, alias = stories.bed(5))
        val refused = NewIoState(ward.times(), ward.ask { catalogue() }, draft, refusal = refused(), reasonAsked = true)
        return listOf(
            Scene("board-opening") { BoardContent(none) {} },
            Scene("board-empty") { BoardContent(empty) {} },
            Scene("new-io-refused") { NewIoContent(refused) {} },
        ) + Trouble.entries.map { trouble -> Scene("trouble-${trouble.name.lowercase()}") { TroubleContent(trouble, words) {} } }
    }
}
