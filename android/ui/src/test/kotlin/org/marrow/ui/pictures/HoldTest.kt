package org.marrow.ui.pictures

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.parts.HoldButton

/** A touch in passing takes no needle out; holding does, once; a screen reader's deliberate tap does too. */
@OptIn(ExperimentalTestApi::class)
class HoldTest {
    @Test
    fun `a short touch does nothing and a long one does it once`() = runDesktopComposeUiTest(400, 200) {
        var done = 0
        setContent { MarrowTheme(false, Roboto) { HoldButton("Hold") { done++ } } }
        mainClock.autoAdvance = false
        val button = onNodeWithText("Hold")
        fun touch(ms: Long) {
            button.performTouchInput { down(center) }
            repeat((ms / FRAME).toInt()) { mainClock.advanceTimeByFrame() }
            assertEquals(if (ms > 1_000) 1 else 0, done, "before the finger is lifted")
            button.performTouchInput { up() }
            repeat(200) { mainClock.advanceTimeByFrame() }
        }
        touch(600)
        assertEquals(0, done)
        touch(1_500)
        assertEquals(1, done)
    }

    @Test
    fun `a screen reader does it at once`() = runDesktopComposeUiTest(400, 200) {
        var done = 0
        setContent { MarrowTheme(false, Roboto) { HoldButton("Hold") { done++ } } }
        onNodeWithText("Hold").performSemanticsAction(SemanticsActions.OnClick)
        assertEquals(1, done)
    }

    private companion object {
        const val FRAME = 16L
    }
}
