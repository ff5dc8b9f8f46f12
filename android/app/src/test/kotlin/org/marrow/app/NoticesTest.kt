package org.marrow.app

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Actor
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ui.flow.People
import org.marrow.ui.nav.Place
import org.marrow.app.WardApp.Companion.MINUTE
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf

/** From a reminder that the real core planned to what a person does with it, through the real receivers. */
@Suppress("DEPRECATION") // ScheduledAlarm's only way to the wake-up.
class NoticesTest : OnAPhone() {
    private val case = UUID(4, 4)
    private val alarms get() = shadowOf(phone.getSystemService(AlarmManager::class.java))
    private fun shown(): List<Notification> =
        phone.getSystemService(NotificationManager::class.java).activeNotifications.filter { it.id == 1 }.map { it.notification }

    /** Time passes, and each wake-up on the way fires. */
    private fun pass(ms: Long) {
        val until = phone.nowMs() + ms
        while (true) {
            val next = alarms.scheduledAlarms.filter { it.triggerAtMs <= until }.minByOrNull { it.triggerAtMs } ?: break
            phone.pass((next.triggerAtMs - phone.nowMs()).coerceAtLeast(0))
            alarms.fireAlarm(next)
            shadowOf(android.os.Looper.getMainLooper()).idle()
            phone.idle()
        }
        phone.pass(until - phone.nowMs())
    }

    /** A disinfection has just fallen due, and its reminder has come. */
    private fun disinfectionIsDue(): Notification {
        phone.admit("Ana Ruiz", case)
        phone.pass(MINUTE)
        phone.record(case, Form.Disinfect(DisinfectForm()))
        phone.broadcast(Intent.ACTION_TIME_CHANGED)
        val due = phone.ask { case(case) }.tasks.single { it.step == "disinfect" }.dueAtMs!!
        pass(due - phone.nowMs())
        return shown().single { drawn -> drawn.actions.any { it.title == "Done" } }
    }

    private fun press(drawn: Notification, title: String) {
        drawn.actions.single { it.title == title }.actionIntent.send()
        shadowOf(android.os.Looper.getMainLooper()).idle()
        phone.idle()
    }

    @Test
    fun `a tap leads to the case`() {
        val drawn = disinfectionIsDue()
        val intent = shadowOf(drawn.contentIntent).savedIntent
        val found = phone.packageManager.resolveActivity(intent, 0)!!.activityInfo.name
        assertEquals(MainActivity::class.java.name, found)
        val activity = begun(opened(Robolectric.buildActivity(MainActivity::class.java, intent)))
        phone.until("the case is there") { activity.session.places.last() == Place.Case(case) }
    }

    @Test
    fun `done is recorded by whoever records on this phone, while the gate is closed`() {
        phone.kept.people = People(Actor("Lucía Vega", "nurse", "ward 3"))
        val drawn = disinfectionIsDue()
        assertTrue(phone.lock.closed)
        press(drawn, "Done")
        val last = phone.ask { case(case) }.record.last()
        assertEquals(EntryKind.DISINFECT to "Lucía Vega", last.kind to last.name)
        assertTrue(shown().none { it.actions.any { action -> action.title == "Done" } })
    }

    @Test
    fun `done that comes so late that the core wants to know why is not recorded from a notification`() {
        val drawn = disinfectionIsDue()
        phone.pass(5 * 60 * MINUTE)
        val before = phone.ask { info() }.entries
        press(drawn, "Done")
        assertEquals(before, phone.ask { info() }.entries)
        assertEquals("NeedsTheApp", phone.reminders.health().notRecorded)
        assertTrue("it stays on the screen", shown().isNotEmpty())
    }

    @Test
    fun `nobody's name is taken where nobody has said who records`() {
        press(disinfectionIsDue(), "Done")
        assertEquals("", phone.ask { case(case) }.record.last().name)
        assertFalse(phone.kept.people.known.any())
    }
}
