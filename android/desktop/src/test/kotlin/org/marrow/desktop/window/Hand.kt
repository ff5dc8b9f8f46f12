package org.marrow.desktop.window

import java.awt.Robot
import java.awt.event.InputEvent
import java.awt.event.KeyEvent

/** A hand on mouse and keyboard. It finds what it presses by what is said of it, as a screen reader does. */
class Hand(private val patienceMs: Long = PATIENCE_MS) {
    private val robot = Robot().apply { autoDelay = 20 }

    /** Presses what says that, scrolling to it first, and waits for what comes of it. */
    fun tap(said: String, then: String) {
        press("to tap: $said") { it.says(said) }
        see(then)
    }

    /**
     * Presses whatever is like that, until something else is to be seen: at this clock's speed what was found may be gone,
     * or another in its place, before it is pressed. Then it is looked for again, as a person does.
     */
    fun tapAny(what: String, which: (Seen) -> Boolean, then: String) {
        fun there() = Seen.all().any { then in it.said }
        repeat(PRESSES) {
            press(what, which)
            val end = System.currentTimeMillis() + patienceMs / PRESSES
            while (!there() && System.currentTimeMillis() < end) robot.delay(SYNC_MS)
            if (there()) return
        }
        see(then)
    }

    private fun press(what: String, which: (Seen) -> Boolean) {
        val found = reach(what) { (it.pressed || it.typed) && which(it) }
        robot.mouseMove(found.place.centerX.toInt(), found.place.centerY.toInt())
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK)
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
            val found = settled(what, which)
            if (found.outside == 0) return found
            found.scrolls?.let { robot.mouseMove(it.centerX.toInt(), it.centerY.toInt()) }
            robot.mouseWheel(if (found.outside > 0) 1 else -1)
            robot.delay(SYNC_MS)
        }
        error("$what: it does not come into sight\n${screen()}")
    }

    /** Where it lies once it lies still; what is gone meanwhile is waited for again. */
    private fun settled(what: String, which: (Seen) -> Boolean): Seen {
        var before: Seen? = null
        while (true) {
            val now = Seen.all().firstOrNull(which)
            if (now == null) until(what) { it.any(which) }
            if (now != null && now.place == before?.place) return now
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
