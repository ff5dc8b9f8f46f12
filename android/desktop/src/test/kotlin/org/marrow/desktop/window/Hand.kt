package org.marrow.desktop.window

import java.awt.Robot
import java.awt.event.InputEvent
import java.awt.event.KeyEvent

/** A hand on mouse and keyboard. It finds what it presses by what is said of it, as a screen reader does. */
class Hand(private val patienceMs: Long = PATIENCE_MS) {
    private val robot = Robot().apply { autoDelay = 20 }

    /** Presses what says that, scrolling to it first. */
    fun tap(said: String) {
        val found = reach("to tap: $said") { (it.pressed || it.typed) && it.says(said) }
        robot.mouseMove(found.place.centerX.toInt(), found.place.centerY.toInt())
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK)
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK)
    }

    /**
     * Presses what says that until something else is to be seen. On a busy machine a press is lost now and then, between
     * two looks of the window at its display; a person presses again.
     */
    fun tap(said: String, then: String) {
        fun there() = Seen.all().any { then in it.said }
        repeat(PRESSES) {
            if (there()) return
            tap(said)
            val end = System.currentTimeMillis() + patienceMs / PRESSES
            while (!there() && System.currentTimeMillis() < end) robot.delay(SYNC_MS)
        }
        see(then)
    }

    /** Keeps it pressed for so long. */
    fun hold(said: String, ms: Int) {
        val found = reach("to hold: $said") { it.says(said) }
        robot.mouseMove(found.place.centerX.toInt(), found.place.centerY.toInt())
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK)
        robot.delay(ms)
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK)
    }

    /** Types small letters, digits and blanks. */
    fun type(text: String) = text.forEach { press(KeyEvent.getExtendedKeyCodeForChar(it.code)) }

    fun press(key: Int) {
        robot.keyPress(key)
        robot.keyRelease(key)
    }

    /** Presses Tab until what says that has the focus, as often as a patient person would. */
    fun tabTo(said: String) {
        repeat(TABS) {
            press(KeyEvent.VK_TAB)
            robot.delay(SYNC_MS)
            if (Seen.all().any { it.focused && said in it.said }) return
        }
        error("Tab never came to: $said\n${screen()}")
    }

    fun see(said: String) = until("to see: $said") { of -> of.any { said in it.said } }

    fun doNotSee(said: String) = until("not to see: $said") { of -> of.none { said in it.said } }

    fun until(what: String, holds: (List<Seen>) -> Boolean) {
        val end = System.currentTimeMillis() + patienceMs
        while (!holds(Seen.all())) {
            check(System.currentTimeMillis() < end) { "$what; there is\n${screen()}" }
            robot.delay(SYNC_MS)
        }
    }

    private fun reach(what: String, which: (Seen) -> Boolean): Seen {
        until(what) { it.any(which) }
        repeat(WHEELS) {
            val found = settled(which)
            if (found.outside == 0) return found
            found.scrolls?.let { robot.mouseMove(it.centerX.toInt(), it.centerY.toInt()) }
            robot.mouseWheel(if (found.outside > 0) 1 else -1)
            robot.delay(SYNC_MS)
        }
        error("$what: it does not come into sight\n${screen()}")
    }

    /** Where it lies once it lies still. */
    private fun settled(which: (Seen) -> Boolean): Seen {
        var before: Seen? = null
        while (true) {
            val now = Seen.all().first(which)
            if (now.place == before?.place) return now
            before = now
            robot.delay(SYNC_MS)
        }
    }

    /** "Pain: No" is not "Pain: Not assessed". */
    private fun Seen.says(words: String) = Regex("${Regex.escape(words)}(?!\\w| \\w)").containsMatchIn(said)

    fun screen() = Seen.all().joinToString("\n") { "  $it" }

    private companion object {
        const val PATIENCE_MS = 60_000L

        /** The window brings its tree up to date ten times in a second. */
        const val SYNC_MS = 120
        const val TABS = 40
        const val PRESSES = 4
        const val WHEELS = 80
    }
}
