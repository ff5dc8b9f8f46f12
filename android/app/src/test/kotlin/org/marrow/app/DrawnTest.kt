package org.marrow.app

import android.content.Intent
import android.net.Uri
import androidx.activity.ComponentActivity
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.core.OpenCore
import org.marrow.app.quick.QuickIoActivity
import org.marrow.ui.states.Trouble
import org.marrow.app.screen.Stage
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf

/** What stands in the two windows: the very content that they give Android, drawn by desktop Compose. */
@OptIn(ExperimentalTestApi::class)
class DrawnTest : OnAPhone() {
    /** Draws what an Activity has set, and lets both go on until something is there. */
    private inner class Drawn(private val page: ComposeUiTest) {
        fun texts(): String = page.onAllNodes(SemanticsMatcher("any") { true }).fetchSemanticsNodes().joinToString(" | ") { node ->
            val said = node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
            (said + node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()).joinToString(" ")
        }

        fun see(text: String) = phone.until("$text is on the screen") {
            page.waitForIdle()
            text in texts()
        }

        fun tap(text: String) {
            see(text)
            page.onNode(hasText(text)).performClick()
            page.waitForIdle()
        }
    }

    private fun drawn(activity: ComponentActivity, story: Drawn.() -> Unit) = runDesktopComposeUiTest(411, 891) {
        setContent(activity.content!!)
        Drawn(this).story()
    }

    @Test
    fun `the board is drawn once the gate is open, and behind it nothing of a patient is`() {
        phone.admit("Ana Ruiz")
        drawn(start()) {
            see("Marrow is locked")
            see("Unlock")
            assertFalse(texts(), "Ana Ruiz" in texts() || "Cases" in texts())
            phone.lock.open()
            see("Ana Ruiz")
            phone.lock.close()
            see("Marrow is locked")
            assertFalse(texts(), "Ana Ruiz" in texts())
        }
    }
}
