package org.marrow.desktop.window

import java.awt.event.KeyEvent
import java.nio.file.Files
import kotlin.concurrent.thread
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking
import org.marrow.desktop.ShiftClock
import org.marrow.desktop.main as window
import org.marrow.desktop.openStore
import org.marrow.ffi.Answer
import org.marrow.ffi.Bleeding
import org.marrow.ffi.Catalogue
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ffi.value
import org.marrow.words.Words

/** Opens the demo as `run` does, and works in it. Ends with 1 and what was on the screen where something is not as told. */
fun main(arguments: Array<String>) {
    thread(isDaemon = true) { window(arrayOf("--demo", "--clock-speed", "60", "--lang", "es")) }
    try {
        val story = Story(Hand(), catalogue())
        story.begin()
        if (arguments.single() == "mouse") story.mouse() else story.keyboard()
    } catch (failed: Throwable) {
        failed.printStackTrace(System.out)
        exitProcess(1)
    }
    exitProcess(0)
}

/** The core's words, so that no text stands here twice. */
private fun catalogue(): Catalogue = runBlocking {
    openStore(Files.createTempDirectory("marrow-words"), ShiftClock(1), Lang.ES).use { it.catalogue() }
}

private class Story(private val hand: Hand, private val catalogue: Catalogue) {
    private val words = Words(Lang.ES)

    fun begin() {
        hand.see(words.boardTitle)
        Seen.place()
    }

    fun mouse() {
        hand.tap(BED, then = words.caseComing)
        val entries = entries()
        hand.tap(words.caseCheck, then = words.formCount("0", "7"))
        hand.tap(said("bleeding", Bleeding.NONE), then = words.formCount("1", "7"))
        hand.tap("${check("pain").label}: 2", then = words.formCount("2", "7"))
        hand.tap(words.formSaveUnfinished, then = words.caseEntries("${entries + 1}"))
        hand.tap(words.commonBack, then = words.boardNewIo)
        reminder()
    }

    /** One that comes while the board is on the screen: pressed, it leads to a case in which something is due. */
    private fun reminder() {
        hand.tapAny("a reminder to come", ::reminds, then = words.caseLater)
        hand.see(words.caseCheck)
    }

    /** `18:41 · …`, above all else. */
    private fun reminds(seen: Seen) = seen.pressed && Regex("\\d\\d:\\d\\d · .*").matches(seen.said)

    fun keyboard() {
        hand.tabTo(BED)
        hand.press(KeyEvent.VK_ENTER)
        hand.see(words.caseComing)
        val entries = entries()
        hand.tabTo(words.caseActions)
        hand.press(KeyEvent.VK_ENTER)
        hand.tabTo(title(EntryKind.NOTE))
        hand.press(KeyEvent.VK_ENTER)
        val field = catalogue.kinds.first { it.kind == EntryKind.NOTE }.fields.first().label
        hand.tabTo(field)
        hand.type("visita 2")
        hand.see("visita 2")
        // Tab leads out of a text, and is not typed into it.
        hand.tabTo(words.formSave)
        hand.press(KeyEvent.VK_ENTER)
        hand.see(words.caseEntries("${entries + 1}"))
        hand.press(KeyEvent.VK_ESCAPE)
        hand.see(words.boardNewIo)
    }

    private fun title(kind: EntryKind) = catalogue.kinds.first { it.kind == kind }.title

    /** How many entries the case says it has. */
    private fun entries(): Int = Seen.all().firstNotNullOf { seen ->
        val count = seen.said.substringBefore(' ').toIntOrNull()
        count?.takeIf { seen.said == words.caseEntries("$it") }
    }

    private fun said(field: String, word: Any): String =
        "${check(field).label}: " + (check(field).answer as Answer.One).words.first { it.word.value == word }.text.replaceFirstChar(Char::uppercase)

    private fun check(field: String) = catalogue.kinds.first { it.kind == EntryKind.CHECK }.fields.first { it.field == field }

    private companion object {
        const val BED = "Cama 11"
    }
}
