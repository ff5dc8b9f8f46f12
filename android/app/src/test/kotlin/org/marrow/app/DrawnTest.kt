package org.marrow.app

import androidx.activity.ComponentActivity
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.quick.QuickIoActivity
import org.marrow.app.screen.Stage
import org.marrow.ffi.Actor
import org.marrow.ffi.EntryKind
import org.marrow.ffi.ReminderStep
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.flow.People
import org.marrow.ui.states.Trouble
import org.robolectric.Robolectric

/** What stands in the two windows: the very content that they give Android, drawn by desktop Compose. */
@OptIn(ExperimentalTestApi::class)
class DrawnTest : OnAPhone() {
    /** Draws what an Activity has set, and lets both go on until something is there. */
    private inner class Drawn(private val page: ComposeUiTest) {
        fun texts(): String = page.onAllNodes(SemanticsMatcher("any") { true }).fetchSemanticsNodes().joinToString(" | ") { node ->
            val said = node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
            (said + node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()).joinToString(" ")
        }

        fun see(text: String) = phone.until({ "$text, but: ${texts()}" }) {
            page.waitForIdle()
            text in texts()
        }

        fun type(text: String) {
            page.onNode(hasSetTextAction()).performTextInput(text)
            page.waitForIdle()
        }

        fun tap(text: String) {
            see(text)
            val node = (hasText(text) or hasContentDescription(text)) and hasClickAction()
            if (page.onAllNodes(node and hasAnyAncestor(hasScrollAction())).fetchSemanticsNodes().isNotEmpty()) page.onNode(node).performScrollTo()
            page.onNode(node).performClick()
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

    @Test
    fun `a form that is half filled in is still there when the gate has been closed and opened`() {
        val activity = start()
        phone.lock.open()
        drawn(activity) {
            tap("New IO")
            tap("Who?")
            type("Bed 12")
            phone.lock.close()
            see("Marrow is locked")
            assertFalse(texts(), "Bed 12" in texts())
            phone.lock.open()
            see("Bed 12")
        }
    }

    @Test
    fun `a new needle over the lock is closed, and asked about once something was said`() {
        val activity = opened(Robolectric.buildActivity(QuickIoActivity::class.java))
        drawn(activity) {
            tap("EZ-IO")
            tap("Close")
            see("Not saved yet")
            assertFalse(activity.isFinishing)
            tap("Throw it away")
            assertTrue(activity.isFinishing)
        }
        assertEquals(0, phone.ask { refresh().let { board.value!! } }.open.size)
    }

    @Test
    fun `a new needle over the lock is recorded, bears nobody's name, and shows no other patient`() {
        phone.admit("Ana Ruiz")
        phone.kept.people = People(Actor("Lucía Vega", "nurse", "ward 3"))
        assertTrue(phone.lock.closed)
        val tibia = phone.ask { catalogue() }.places.first { it.site == Site.PROXIMAL_TIBIA && it.side == Side.RIGHT }.text
        val activity = opened(Robolectric.buildActivity(QuickIoActivity::class.java))
        val seen = mutableListOf<String>()
        drawn(activity) {
            see("Save")
            seen += texts()
            tap(tibia)
            tap("EZ-IO")
            tap("Save")
            see("New IO recorded")
            seen += texts()
            assertFalse(activity.isFinishing)
            tap("Close")
            assertTrue(activity.isFinishing)
        }
        for (other in listOf("Ana", "Ruiz", "Lucía", "Cases", "limit")) assertFalse(other, seen.any { other in it })
        val cases = phone.ask { refresh().let { board.value!! } }.open.map { it.header }
        val made = cases.single { it.alias != "Ana Ruiz" }
        val record = phone.ask { case(made.case) }.record
        assertEquals(listOf(EntryKind.OPEN_CASE to "", EntryKind.INSERT to ""), record.map { it.kind to it.name })
        // The window was closed at once: what Android is to hold is held all the same.
        phone.idle()
        val planned = phone.ask { reminders(phone.reminders.health().caps()) }
        assertTrue(planned.reminders.any { reminder -> reminder.members.any { it.case == made.case } })
        assertEquals("Android holds the whole plan", emptyList<ReminderStep>(), planned.steps.filterIsInstance<ReminderStep.Hold>())
        assertTrue("the gate is as it was", phone.lock.closed)
    }

    @Test
    fun `the key lost has its page, in words, and trying again finds it`() {
        phone.admit("Ana Ruiz")
        phone.client().close()
        val key = FakeKeystore.keys.remove("marrow")!!
        phone.lock.open()
        val activity = opened(Robolectric.buildActivity(MainActivity::class.java))
        drawn(activity) {
            see("This phone no longer has the key to its record.")
            assertEquals(Stage.Closed(Trouble.WRONG_KEY), activity.session.stage)
            FakeKeystore.keys["marrow"] = key
            tap("Try again")
            see("Ana Ruiz")
        }
    }

    @Test
    fun `the store answers nothing any more, and trying again opens it anew, with what was half filled in`() {
        phone.admit("Ana Ruiz")
        val activity = start()
        phone.lock.open()
        drawn(activity) {
            see("Ana Ruiz")
            tap("New IO")
            tap("EZ-IO")
            val before = activity.session.flow!!
            before.client.close()
            before.act { before.client.refresh() }
            see("The record cannot be read just now.")
            tap("Try again")
            see("EZ-IO")
            assertTrue(activity.session.flow !== before)
            tap("Close")
            see("Not saved yet")
            tap("Throw it away")
            see("Ana Ruiz")
        }
    }
}
