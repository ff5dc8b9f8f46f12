@file:Suppress("DEPRECATION")

package org.marrow.reminders

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Intent
import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Category
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Form
import org.marrow.reminders.WardCore.Companion.DUE
import org.marrow.reminders.WardPhone.Companion.HOUR
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.marrow.reminders.WardPhone.Companion.START
import org.robolectric.Shadows.shadowOf

/** What Android forgets, and what it does not: boots, updates, a forced stop. */
class StartsAnewTest : OnAWard() {
    private fun ids() = phone.wakes.keys

    @Test
    fun `after a boot all is held again, at the same instants`() {
        core.compressing()
        phone.reconcile()
        val before = phone.wakes.mapValues { it.value.triggerAtMs }
        phone.boot()
        phone.assertHoldsThePlan()
        assertTrue(phone.wakes.mapValues { it.value.triggerAtMs }.entries.containsAll(before.entries))
    }

    @Test
    fun `before the first unlock what was planned is held and rings, and the unlock brings the plan`() {
        core.onlyDisinfection()
        phone.reconcile()
        val planned = ids()
        phone.boot(downMs = 10_000, unlocked = false)
        assertEquals(planned, ids())
        phone.pass(DUE)
        assertTrue("the core was asked before the unlock", core.askedOf.isEmpty())
        val shown = phone.screen().values.single()
        assertEquals("Care task due", shown.extras.getCharSequence("android.title"))
        assertEquals(listOf("Open"), shown.actions.map { it.title })

        // The app was running when it was unlocked.
        phone.unlock()
        phone.broadcast(Intent.ACTION_USER_UNLOCKED)
        assertEquals(phone.nowMs, phone.reminders.health().reconciledMs)
        phone.assertHoldsThePlan()
        assertEquals(null, phone.reminders.health().closed)
    }

    @Test
    fun `an app that was not running at the unlock is told by the boot's second word`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.boot(unlocked = false)
        // Meanwhile its process was ended: nobody waits for the unlock.
        core.record(Form.Disinfect(DisinfectForm()))
        phone.unlock()
        phone.broadcast(Intent.ACTION_BOOT_COMPLETED)
        phone.assertHoldsThePlan()
    }

    @Test
    fun `what fell due while the phone was off is shown once when it is on`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.boot(downMs = 17 * MINUTE, unlocked = false)
        // Of the disinfection two rungs were missed; of what shares a slot with the older tasks, others.
        val own = phone.screen().values.filter { it.extras.getCharSequence("android.title") == "Care task due" }
        assertTrue("${phone.screen()}", own.isNotEmpty())
        val shown = phone.screen().keys
        assertTrue(Mirror(phone).all().all { it.fireAtMs > phone.nowMs - MINUTE })
        phone.unlock()
        phone.broadcast(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(shown, phone.screen().keys)
    }

    @Test
    fun `an update counts as a new beginning, and what an older version left behind is gone`() {
        core.onlyDisinfection()
        // Loop #212: notifications of an older version kept firing beside the new ones.
        val old = aNotice(Category.OPEN).copy(id = "v0:abc", slot = "v0:s", channelId = "due_v0")
        AndroidReminderPort(phone.alarms, Mirror(phone)) { "0/0" }.run {
            Mirror(phone).put(Armed(old, "f", phone.nowMs + HOUR, exact = true, epoch = "0/0"))
            rearm()
        }
        phone.notices.makeChannel(NotificationChannel("due_v0", "old", NotificationManager.IMPORTANCE_DEFAULT))
        assertTrue("v0:abc" in ids())
        shadowOf(phone.packageManager).getInternalMutablePackageInfo(phone.packageName).lastUpdateTime = 99
        phone.broadcast(Intent.ACTION_MY_PACKAGE_REPLACED)
        phone.assertHoldsThePlan()
        assertFalse("due_v0" in phone.notices.channels())
        assertEquals(ids(), Mirror(phone).all().map { it.id }.toSet())
    }

    @Test
    fun `after an update all is asked for anew, whatever Android seems to know of it`() {
        core.onlyDisinfection()
        phone.reconcile()
        val alarms = phone.getSystemService(AlarmManager::class.java)
        phone.held.mapNotNull { it.operation }.forEach(alarms::cancel)
        assertTrue(phone.held.isEmpty() && phone.alarms.exists(Wake(phone.plan.reminders.first().id)))
        shadowOf(phone.packageManager).getInternalMutablePackageInfo(phone.packageName).lastUpdateTime = 99
        phone.broadcast(Intent.ACTION_MY_PACKAGE_REPLACED)
        phone.assertHoldsThePlan()
    }

    @Test
    fun `a wake-up that an older version left and that fires is not shown`() {
        // Nothing is due yet: what is due and was never shown would be, whatever fires.
        phone.reconcile()
        PhoneAlarms(phone).set(Wake("medication-7"), phone.nowMs, How.INEXACT, "marrow://board")
        phone.fire(phone.wakes.getValue("medication-7"))
        assertTrue(phone.screen().isEmpty())
    }

    @Test
    fun `after a forced stop the next start holds all again`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.forceStop()
        assertTrue(phone.held.isEmpty())
        phone.startApp()
        phone.reconcile()
        phone.assertHoldsThePlan()
    }

    @Test
    fun `a timer that runs through a boot stands on the screen again, and its end rings`() {
        core.compressing()
        phone.reconcile()
        assertTimer()
        phone.boot(downMs = MINUTE, unlocked = false)
        assertTimer()
        phone.unlock()
        phone.broadcast(Intent.ACTION_BOOT_COMPLETED)
        assertTimer()
        phone.pass(START + 5 * MINUTE)
        assertTrue(phone.screen(Kind.TIMER).isEmpty())
        assertEquals(listOf("Time is up"), phone.screen().values.map { it.extras.getCharSequence("android.title") })
    }

    private fun assertTimer() {
        val timer = phone.screen(Kind.TIMER).values.single()
        assertEquals("running_v1", timer.channelId)
        assertEquals(START + 5 * MINUTE, timer.`when`)
        assertTrue(timer.extras.getBoolean("android.showChronometer"))
        assertTrue(timer.extras.getBoolean("android.chronometerCountDown"))
        assertTrue(timer.flags and Notification.FLAG_ONGOING_EVENT != 0)
        assertTrue(START + 5 * MINUTE in phone.wakes.values.map { it.triggerAtMs })
    }

    @Test
    fun `the boot's name is the same until the next boot`() {
        val clock = PhoneClock(phone)
        val first = clock.sample().bootId
        assertEquals(first, PhoneClock(phone).sample().bootId)
        phone.boot()
        assertFalse(first == clock.sample().bootId)
        assertFalse(first == UUID(0, 0))
    }
}
