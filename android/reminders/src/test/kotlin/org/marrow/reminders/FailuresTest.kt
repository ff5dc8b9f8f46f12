package org.marrow.reminders

import android.app.NotificationChannel
import android.app.NotificationManager
import android.media.AudioManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.reminders.WardCore.Companion.DUE
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.robolectric.Shadows.shadowOf

/** Whatever Android refuses or drops is told, and takes nothing else with it. */
class FailuresTest : OnAWard() {
    private val health get() = phone.reminders.health()

    @Test
    fun `all is well`() {
        core.compressing()
        phone.reconcile()
        assertEquals(emptySet<Failing>(), health.failing)
        assertTrue(health.coverageUntilMs!! > phone.nowMs)
        assertTrue(health.caps().critical && health.caps().exact && health.caps().fullScreen)
    }

    @Test
    fun `exact times are promised and refused all the same`() {
        core.compressing()
        phone.alarms.exact = false
        phone.alarms.saidExact = true
        phone.reconcile()
        assertEquals(phone.plan.reminders.map { it.id }.toSet(), phone.wakes.keys)
        assertTrue(health.inexact > 0 && Failing.EXACT in health.failing)
        phone.alarms.exact = true
        phone.reconcile()
        assertEquals(emptySet<Failing>(), health.failing)
        assertTrue(phone.wakes.values.any { it.alarmClockInfo != null })
    }

    @Test
    fun `the limit of wake-ups is told, each that it cost, and made good when there is room`() {
        core.compressing()
        phone.alarms.most = 20
        phone.reconcile()
        val lacking = phone.plan.reminders.map { it.id }.toSet() - phone.wakes.keys
        assertTrue(lacking.isNotEmpty())
        assertTrue(health.refused.keys.containsAll(lacking))
        assertEquals(setOf("IllegalStateException"), health.refused.filterKeys { it in lacking }.values.toSet())
        assertTrue(Failing.REFUSED in health.failing)
        assertTrue(phone.wakes.size >= 10)
        phone.alarms.most = 500
        phone.reconcile()
        assertEquals(phone.plan.reminders.map { it.id }.toSet(), phone.wakes.keys)
        phone.reconcile()
        assertTrue(health.refused.isEmpty())
    }

    @Test
    fun `a channel that is missing is made before anything is shown on it`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.notices.removeChannel("due_v1")
        phone.pass(DUE)
        assertEquals(emptyList<String>(), phone.notices.dropped)
        assertEquals(1, phone.screen().size)
    }

    @Test
    fun `without leave to notify, what fires is told as unseen and not as shown`() {
        core.onlyDisinfection()
        phone.reconcile()
        val notifications = shadowOf(phone.getSystemService(NotificationManager::class.java))
        notifications.setNotificationsEnabled(false)
        phone.pass(DUE)
        assertEquals(1, phone.notices.dropped.size)
        assertEquals(Unseen.NOTIFICATIONS_OFF, health.unseen)
        assertEquals(setOf(Failing.NOTIFICATIONS), health.failing)
        assertTrue("the core was told that it was shown", core.askedOf.isEmpty())
        assertFalse(health.caps().critical)
        // What follows is still held, and is seen once it may be.
        notifications.setNotificationsEnabled(true)
        phone.pass(DUE + 20 * MINUTE)
        assertTrue(phone.screen().isNotEmpty())
        assertNull(health.unseen)
    }

    @Test
    fun `a channel that a person has switched off is told`() {
        core.onlyDisinfection()
        phone.notices.makeChannel(NotificationChannel("due_v1", "due", NotificationManager.IMPORTANCE_NONE))
        phone.reconcile()
        // Android keeps what a person chose; the simulated one takes the app's word.
        phone.getSystemService(NotificationManager::class.java).getNotificationChannel("due_v1").importance =
            NotificationManager.IMPORTANCE_NONE
        phone.pass(DUE)
        assertEquals(Unseen.CHANNEL_OFF, health.unseen)
        assertEquals(setOf(Failing.CHANNEL_DUE), health.failing)
    }

    @Test
    fun `what the phone itself can do to a reminder is told`() {
        core.compressing()
        phone.reconcile()
        val audio = phone.getSystemService(AudioManager::class.java)
        audio.setStreamVolume(AudioManager.STREAM_ALARM, 0, 0)
        assertEquals(setOf(Failing.VOLUME), health.failing)
        assertFalse(health.caps().critical)
        audio.setStreamVolume(AudioManager.STREAM_ALARM, 3, 0)
        phone.getSystemService(NotificationManager::class.java)
            .setInterruptionFilter(NotificationManager.INTERRUPTION_FILTER_NONE)
        assertEquals(setOf(Failing.DO_NOT_DISTURB), health.failing)
        phone.getSystemService(NotificationManager::class.java)
            .setInterruptionFilter(NotificationManager.INTERRUPTION_FILTER_ALL)
        shadowOf(phone.getSystemService(android.app.ActivityManager::class.java)).setBackgroundRestricted(true)
        assertEquals(setOf(Failing.BACKGROUND), health.failing)
    }

    @Test
    fun `that reminders can fail stands among the flags of each case, until they cannot`() {
        core.onlyDisinfection()
        val flags = { core.ask { case(WardCore.CASE).flags.map { it.rule } } }
        phone.alarms.exact = false
        phone.reconcile()
        assertTrue("${flags()}", "R20" in flags())
        phone.alarms.exact = true
        phone.reconcile()
        assertFalse("${flags()}", "R20" in flags())
    }

    @Test
    fun `no error that is told says a word about a patient`() {
        core.onlyDisinfection()
        phone.reconcile()
        core.close()
        core.opens = false
        phone.reconcile()
        val told = phone.createDeviceProtectedStorageContext().getSharedPreferences("reminder-notes", 0).all.toString()
        assertTrue(told.contains("IllegalStateException"))
        assertFalse(told.contains("Ana"))
    }

    @Test
    fun `one wake-up that never comes takes no other with it`() {
        core.compressing()
        phone.reconcile()
        // medTimer #1389: the next was set only when the last one fired.
        val (lost, _) = phone.wakes.entries.minBy { it.value.triggerAtMs }
        for (twin in listOf(false, true)) PhoneAlarms(phone).cancel(Wake(lost, twin))
        phone.pass(WardPhone.START + 10 * MINUTE)
        assertTrue(phone.screen().values.any { it.channelId == "critical_v1" })
    }
}
