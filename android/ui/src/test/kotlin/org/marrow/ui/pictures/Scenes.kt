package org.marrow.ui.pictures

import java.util.UUID
import org.marrow.ffi.Bleeding
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.board.BoardContent
import org.marrow.ui.board.BoardState
import org.marrow.ui.case.CaseContent
import org.marrow.ui.case.CaseState
import org.marrow.ui.nav.Panes
import org.marrow.ui.newio.Age
import org.marrow.ui.newio.NewIo
import org.marrow.ui.newio.NewIoContent
import org.marrow.ui.newio.NewIoSheet
import org.marrow.ui.newio.NewIoState
import org.marrow.ffi.Bone
import org.marrow.ui.record.RecordContent
import org.marrow.ui.record.RecordState
import org.marrow.ui.redflag.RedFlagContent
import org.marrow.ui.redflag.RedFlagState
import org.marrow.ui.removal.RemovalAnswers
import org.marrow.ui.removal.RemovalContent
import org.marrow.ui.removal.RemovalState
import org.marrow.ui.ward.Act
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward

/** Every screen in every state that has a look of its own, in one language. */
class Scenes(private val lang: Lang, private val doubled: Doubled? = null) {
    private val stories = Stories(lang)

    fun all(): List<Scene> = night() + needle() + removal() + flags() + record() + MoreScenes(lang, doubled).all() + FormScenes(lang, doubled).all()

    private fun <T> on(acts: List<Act>, use: (Ward) -> T): T = ward(lang, doubled).use { ward ->
        ward.play(acts)
        use(ward)
    }

    private fun Ward.shown(case: UUID) = CaseState(times(), ask { case(case) }, ask { catalogue() }.kinds)

    private fun night(): List<Scene> = on(stories.board()) { ward ->
        val board = BoardState(ward.times(), ward.board(), recordedBy = "Ana G.", lastSyncMs = ward.times(-25).nowMs)
        val bed4 = ward.shown(stories.bed4)
        val bed2 = ward.shown(stories.bed2)
        val bed9 = ward.shown(stories.bed9)
        listOf(
            Scene("board") { BoardContent(board) {} },
            Scene("board-reminders-fail") { BoardContent(board.copy(remindersCanFail = true, recordedBy = null)) {} },
            Scene("board-and-case") { Panes({ BoardContent(board) {} }) { CaseContent(bed4) {} } },
            Scene("board-menu") { BoardContent(board.copy(menu = true)) {} },
            Scene("case") { CaseContent(bed4.copy(undo = ward.words.caseDone)) {} },
            Scene("case-flag") { CaseContent(bed2) {} },
            Scene("case-out") { CaseContent(bed9) {} },
            Scene("case-actions") { CaseContent(bed4.copy(actions = true)) {} },
        )
    }

    private fun needle(): List<Scene> = on(stories.awaiting()) { ward ->
        val awaiting = ward.shown(stories.bed5)
        val fresh = NewIoState(ward.times(), ward.ask { catalogue() }, aliases = listOf(stories.bed(5), stories.bed(6)))
        val bone = Bone(Site.PROXIMAL_TIBIA, Side.LEFT)
        val filled = fresh.copy(
            draft = NewIo(bone = bone, device = "ez-io", alias = stories.bed(5), age = Age.OVER),
            tried = setOf(Bone(Site.PROXIMAL_TIBIA, Side.RIGHT)),
        )
        listOf(
            Scene("case-awaiting") { CaseContent(awaiting) {} },
            Scene("new-io") { NewIoContent(fresh) {} },
            Scene("new-io-filled") { NewIoContent(filled) {} },
            Scene("new-io-devices") { NewIoContent(filled.copy(open = NewIoSheet.DEVICES)) {} },
            Scene("new-io-time") { NewIoContent(filled.copy(open = NewIoSheet.TIME)) {} },
            Scene("new-io-leave") { NewIoContent(filled.copy(open = NewIoSheet.LEAVE)) {} },
            Scene("new-io-alias") { NewIoContent(filled.copy(open = NewIoSheet.ALIAS)) {} },
        )
    }

    private fun removal(): List<Scene> {
        val before = on(stories.removable()) { ward -> removal(ward) }
        val pressing = on(stories.pressing()) { ward -> removal(ward).copy(times = ward.times(0, 18)) }
        val over = on(stories.pressing()) { ward -> removal(ward).copy(times = ward.times(5)) }
        val after = on(stories.board()) { ward -> removal(ward) }
        val answers = RemovalAnswers(resistance = false, bleeding = Bleeding.OOZING)
        return listOf(
            Scene("removal-antiseptic") { RemovalContent(before) {} },
            Scene("removal-out") { RemovalContent(before.copy(withoutAntiseptic = true, answers = answers)) {} },
            Scene("removal-confirm") { RemovalContent(before.copy(withoutAntiseptic = true, confirming = true)) {} },
            Scene("removal-timer") { RemovalContent(pressing) {} },
            Scene("removal-stop") { RemovalContent(pressing.copy(stopping = true)) {} },
            Scene("removal-bleeding") { RemovalContent(over) {} },
            Scene("removal-observation") { RemovalContent(after) {} },
        )
    }

    private fun removal(ward: Ward) = RemovalState(ward.times(), ward.ask { case(stories.bed9) }, ward.ask { catalogue() })

    private fun record(): List<Scene> = on(stories.corrected()) { ward ->
        val wrong = ward.ask { case(stories.bed5) }.record.first { it.kind == EntryKind.DISINFECT }
        ward.play(listOf(stories.strike(wrong.id)))
        val case = ward.ask { case(stories.bed5) }
        val record = RecordState(ward.times(), case, undo = ward.words.caseDone)
        val standing = case.record.first { it.form != null && it.struck.isEmpty() }
        val struck = case.record.first { it.struck.isNotEmpty() }
        listOf(
            Scene("record") { RecordContent(record) {} },
            Scene("record-entry") { RecordContent(record.copy(open = standing)) {} },
            Scene("record-struck") { RecordContent(record.copy(open = struck)) {} },
        )
    }

    private fun flags(): List<Scene> {
        val swollen = on(stories.extravasation()) { ward -> ward.ask { case(stories.bed5) }.let { RedFlagState(ward.times(), it, it.flags.first()) } }
        val told = on(stories.board()) { ward -> ward.ask { case(stories.bed2) }.let { RedFlagState(ward.times(), it, it.flags.first()) } }
        val past = on(stories.pastLimit()) { ward -> ward.shown(stories.bed5) }
        return listOf(
            Scene("flag") { RedFlagContent(swollen) {} },
            Scene("flag-told") { RedFlagContent(told) {} },
            Scene("case-past-limit") { CaseContent(past) {} },
        )
    }
}
