package org.marrow.desktop.window

import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test

/**
 * The window as a person has it: started as she starts it, driven by a real mouse and keyboard, read as a screen reader
 * reads it. In a process and on a display of its own; a failure says what was on the screen.
 */
class WindowTest {
    @Test
    fun `by mouse a case is opened and checked, and a reminder that comes leads to its case`() = drive("mouse")

    @Test
    fun `by keyboard alone a case is opened, something is recorded, and one comes back`() = drive("keyboard")

    private fun drive(story: String) {
        val display = Display.open()
        if (display == null) System.err.println("warning: WindowTest is skipped: there is no Xvfb here (tests/toolchains/screens)")
        assumeTrue(display != null, "no Xvfb on this machine")
        val (wrote, well) = checkNotNull(display).use { it.run("org.marrow.desktop.window.StoriesKt", story) }
        assertTrue(well, wrote)
    }
}
