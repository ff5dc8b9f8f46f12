package org.marrow.reminders

import android.content.Intent
import java.util.Locale
import java.util.TimeZone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.reminders.WardPhone.Companion.HOUR
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow

/** The clock, the zone, the language, permissions; each arrives by the manifest. */
class PhoneChangesTest : OnAWard() {
    @Test
    fun `a clock that was set moves what is held along`() {
        core.onlyDisinfection()
        phone.reconcile()
        val before = phone.wakes.values.minOf { it.triggerAtMs }
        // The wall clock alone is set back by an hour: elapsed time stays as it was.
        phone.nowMs -= HOUR
        phone.bootedMs -= HOUR
        phone.broadcast(Intent.ACTION_TIME_CHANGED)
        assertEquals(before - HOUR, phone.wakes.values.minOf { it.triggerAtMs })
        phone.assertHoldsThePlan()
    }

    @Test
    fun `another zone moves nothing, and a pass is made`() {
        core.onlyDisinfection()
        phone.reconcile()
        val before = phone.wakes.mapValues { it.value.triggerAtMs }
        val zone = TimeZone.getDefault()
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"))
            phone.forceStop()
            phone.startApp()
            phone.broadcast(Intent.ACTION_TIMEZONE_CHANGED)
        } finally {
            TimeZone.setDefault(zone)
        }
        assertEquals(before, phone.wakes.mapValues { it.value.triggerAtMs })
    }

    @Test
    fun `another language changes what is held to say, and Android's own words`() {
        core.onlyDisinfection()
        phone.reconcile()
        val english = Mirror(phone).all().map { it.notice.title }.toSet()
        RuntimeEnvironment.setQualifiers("es")
        phone.broadcast(Intent.ACTION_LOCALE_CHANGED)
        
        val spanish = Mirror(phone).all().map { it.notice.title }.toSet()
        assertTrue("$spanish", spanish.all { it.contains("cuidados") || it.contains("recordatorios") })
        assertTrue("$english", (english intersect spanish).isEmpty())
        val channels = phone.getSystemService(android.app.NotificationManager::class.java).notificationChannels
        assertEquals("Cuidados pendientes", channels.single { it.id == "due_v1" }.name)
        phone.pass(WardCore.DUE)
        assertEquals(listOf("Abrir", "Más tarde", "Hecho"), phone.screen().values.single().actions.map { it.title })
    }

    @Test
    @Config(qualifiers = "es")
    fun `every word of ours is there in Spanish`() {
        val spanish = R.string::class.java.fields.associate { it.name to phone.getString(it.getInt(null)) }
        RuntimeEnvironment.setQualifiers("en")
        val english = R.string::class.java.fields.associate { it.name to phone.getString(it.getInt(null)) }
        assertEquals(9, english.size)
        for ((name, words) in english) assertTrue(name, words != spanish[name])
        Locale.setDefault(Locale.ENGLISH)
    }

    @Test
    fun `exact times taken away, all is held inexactly, and given again, exactly`() {
        core.compressing()
        phone.reconcile()
        val planned = phone.wakes.keys
        phone.alarms.exact = false
        // Android ends the app and its exact wake-ups; the job is what starts it again.
        phone.forceStop()
        phone.startApp()
        runJob()
        assertEquals(planned, phone.wakes.keys)
        assertTrue(phone.wakes.values.none { it.alarmClockInfo != null })
        val health = phone.reminders.health()
        assertEquals(setOf(Failing.EXACT), health.failing)
        assertEquals(planned.size, health.inexact)

        phone.alarms.exact = true
        phone.broadcast("android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED")
        assertTrue(phone.wakes.values.any { it.alarmClockInfo != null })
        assertEquals(emptySet<Failing>(), phone.reminders.health().failing)
        phone.assertHoldsThePlan()
    }

    @Test
    fun `the job is there once, survives a boot, and makes a pass`() {
        val jobs = phone.getSystemService(android.app.job.JobScheduler::class.java)
        val job = jobs.getPendingJob(ReconcileJob.ID)!!
        assertTrue(job.isPersisted && job.isPeriodic)
        assertEquals(15 * MINUTE, job.intervalMillis)
        phone.startApp()
        assertEquals(System.identityHashCode(job), System.identityHashCode(jobs.getPendingJob(ReconcileJob.ID)))
        core.onlyDisinfection()
        runJob()
        phone.assertHoldsThePlan()
        assertEquals(phone.nowMs, phone.reminders.health().reconciledMs)
    }

    private fun runJob() {
        val service = Robolectric.buildService(ReconcileJob::class.java).create().get()
        assertNotNull(service)
        assertTrue(service.onStartJob(Shadow.newInstanceOf(android.app.job.JobParameters::class.java)))
        phone.idle()
    }

    @Test
    fun `notifications switched on again make a pass`() {
        core.onlyDisinfection()
        for (action in listOf("APP_BLOCK_STATE_CHANGED", "NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED")) {
            phone.nowMs += 1
            phone.broadcast("android.app.action.$action")
            assertEquals(phone.nowMs, phone.reminders.health().reconciledMs)
        }
    }
}
