@file:Suppress("DEPRECATION")

package org.marrow.reminders

import android.app.Notification
import android.os.Build
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Category
import org.marrow.ffi.EntryKind
import org.marrow.ffi.ReminderMember
import org.marrow.reminders.WardCore.Companion.DUE
import org.marrow.reminders.WardPhone.Companion.HOUR
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.marrow.reminders.WardPhone.Companion.START
import org.robolectric.Shadows.shadowOf
import org.robolectric.util.ReflectionHelpers

class ActionsTest : OnAWard() {
    private fun shown(): Notification = phone.screen().values.single()

    private fun button(title: String) = shown().actions.single { it.title.toString() == title }

    private fun disinfectionIsDue() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.pass(DUE)
    }

    private val kinds get() = core.ask { case(WardCore.CASE).record.map { it.kind } }
    private val disinfections get() = kinds.count { it == EntryKind.DISINFECT }
    private val entries get() = core.ask { info().entries }

    @Test
    fun `later is recorded, and it rings again when the core says`() {
        disinfectionIsDue()
        val before = entries
        phone.press(button("Later"))
        assertEquals(before + 1u, entries)
        assertTrue(phone.screen().isEmpty())
        phone.assertHoldsThePlan()
        val ids = phone.plan.reminders.filter { r -> r.members.any { it.step == "disinfect" } }.map { it.id }
        assertEquals(DUE + 10 * MINUTE, phone.wakes.filterKeys { it in ids }.values.minOf { it.triggerAtMs })
        phone.pass(DUE + 10 * MINUTE)
        assertTrue(phone.screen().values.any { drawn -> drawn.actions.any { it.title == "Done" } })
    }

    @Test
    fun `done writes its entry, after authentication, and takes the reminder away`() {
        disinfectionIsDue()
        assertTrue(button("Done").isAuthenticationRequired)
        val before = disinfections
        phone.press(button("Done"))
        assertEquals(before + 1, disinfections)
        assertTrue(phone.screen().isEmpty())
        phone.assertHoldsThePlan()
        assertNull(phone.reminders.health().notRecorded)
    }

    @Test
    fun `an acknowledgement writes its entry`() {
        core.record(WardCore.opening, WardCore.insertion)
        val step = "dwell-warning-4h"
        phone.nowMs = START + 20 * HOUR
        assertTrue(core.ask { case(WardCore.CASE).tasks.single { it.step == step }.acknowledgeable })
        val notice = aNotice(Category.OPEN_ACK)
        Shown(phone).put(Shown.Entry(notice, listOf(ReminderMember(WardCore.CASE, step, phone.nowMs, 0))))
        val drawn = Drawing(phone, phone).reminder(notice, Act.entries.toSet(), mayFillScreen = false)
        phone.press(drawn.actions.last())
        assertEquals(EntryKind.ACKNOWLEDGE, kinds.last())
    }

    @Test
    fun `before Android 12, which cannot ask who is there, done opens the app`() {
        ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", 30)
        try {
            val notice = aNotice(Category.OPEN_LATER_DONE)
            val drawn = Drawing(phone, phone).reminder(notice, Act.entries.toSet(), mayFillScreen = false)
            val (open, later, done) = drawn.actions.map { shadowOf(it.actionIntent) }
            assertEquals(listOf(true, false, true), listOf(open, later, done).map { it.isActivityIntent })
            assertEquals("marrow://board", done.savedIntent.dataString)
        } finally {
            ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", 34)
        }
    }

    @Test
    fun `what is not recorded stays on the screen, and the health says so`() {
        disinfectionIsDue()
        val before = disinfections
        val (later, done) = button("Later") to button("Done")
        core.close()
        core.opens = false
        for (pressed in listOf(later, done)) {
            phone.press(pressed)
            assertEquals(1, phone.screen().size)
            assertEquals("IllegalStateException", phone.reminders.health().notRecorded)
        }
        core.opens = true
        assertEquals(before, disinfections)
        phone.press(done)
        assertEquals(before + 1, disinfections)
        assertNull(phone.reminders.health().notRecorded)
    }

    @Test
    fun `the button of one that is gone does nothing`() {
        disinfectionIsDue()
        val done = button("Done")
        phone.press(done)
        val before = entries
        phone.press(done)
        assertEquals(before, entries)
        assertTrue(Shown(phone).all().isEmpty())
    }
}
