package org.marrow.app

import android.Manifest
import android.app.Activity
import android.app.ActivityManager
import android.app.NotificationManager
import android.content.Intent
import android.media.AudioManager
import android.net.Uri
import android.os.VibratorManager
import android.provider.Settings
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Actor
import org.marrow.ui.flow.Health
import org.marrow.ui.flow.Host
import org.marrow.ui.flow.People
import org.marrow.ui.flow.Touch
import org.marrow.ui.reminders.Need
import org.robolectric.Shadows.shadowOf

/** What the screens are told of the phone, and where they lead on it. */
class HostTest : OnAPhone() {
    private val audio get() = phone.getSystemService(AudioManager::class.java)

    private fun health(host: Host): Map<Need, Boolean?> {
        val asked = CoroutineScope(Dispatchers.Default).async { host.reconcile() }
        phone.until("a pass is made") { asked.isCompleted }
        @OptIn(kotlinx.coroutines.ExperimentalCoroutinesApi::class)
        return asked.getCompleted().also { last = it }.conditions.associate { it.need to it.held }
    }

    private lateinit var last: Health

    @Test
    fun `a pass after each command, and what can fail is told`() {
        phone.admit("Ana Ruiz")
        audio.setStreamVolume(AudioManager.STREAM_ALARM, 5, 0)
        val host = start().session.flow!!.host
        val told = health(host)
        assertEquals(Need.entries.toSet(), told.keys)
        // Robolectric's Android lets nobody fill the screen; of the battery, this phone does not tell.
        val unlike = mapOf(Need.FULL_SCREEN to false, Need.BATTERY to null)
        assertEquals(told.mapValues { (need, _) -> if (need in unlike) unlike[need] else true }, told)
        assertTrue(last.plan!!.reminders.isNotEmpty())
        assertEquals(phone.nowMs(), phone.reminders.health().reconciledMs)

        audio.setStreamVolume(AudioManager.STREAM_ALARM, 0, 0)
        shadowOf(phone.getSystemService(ActivityManager::class.java)).setBackgroundRestricted(true)
        shadowOf(phone.getSystemService(NotificationManager::class.java)).setNotificationsEnabled(false)
        phone.getSystemService(NotificationManager::class.java).setInterruptionFilter(NotificationManager.INTERRUPTION_FILTER_NONE)
        val failing = health(host).filterValues { it == false }.keys
        assertEquals(setOf(Need.NOTIFICATIONS, Need.FULL_SCREEN, Need.VOLUME, Need.BATTERY, Need.DO_NOT_DISTURB), failing)
    }

    @Test
    fun `a window that is closed at once does not end the pass`() {
        phone.admit("Ana Ruiz")
        val host = start().session.flow!!.host
        phone.idle()
        phone.pass(1)
        CoroutineScope(Dispatchers.Default).async(start = CoroutineStart.UNDISPATCHED) { host.reconcile() }.cancel()
        phone.idle()
        assertEquals(phone.nowMs(), phone.reminders.health().reconciledMs)
    }

    @Test
    fun `each condition leads to where this phone sets it`() {
        val activity = start()
        val host = activity.session.flow!!.host
        val expected = mapOf(
            Need.EXACT_TIMES to Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM,
            Need.FULL_SCREEN to Settings.ACTION_MANAGE_APP_USE_FULL_SCREEN_INTENT,
            Need.BATTERY to Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
            Need.DO_NOT_DISTURB to Settings.ACTION_ZEN_MODE_PRIORITY_SETTINGS,
        )
        for ((need, action) in expected) {
            host.fix(need)
            assertEquals(action, shadowOf(activity).nextStartedActivity.action)
        }
        host.fix(Need.NOTIFICATIONS)
        val asked = shadowOf(activity).lastRequestedPermission.requestedPermissions
        assertEquals("by Android itself, once", listOf(Manifest.permission.POST_NOTIFICATIONS), asked.toList())
        while (shadowOf(activity).nextStartedActivity != null) Unit
        host.fix(Need.NOTIFICATIONS)
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, shadowOf(activity).nextStartedActivity.action)
    }

    @Test
    fun `a test reminder comes on the way of the loudest, and stands in no record`() {
        val activity = start()
        val before = phone.ask { info() }.entries
        val asked = CoroutineScope(Dispatchers.Default).async { activity.session.flow!!.host.testReminder() }
        phone.until("it is asked for") { asked.isCompleted }
        val alarms = shadowOf(phone.getSystemService(android.app.AlarmManager::class.java))
        @Suppress("DEPRECATION")
        val wake = alarms.scheduledAlarms.single { it.alarmClockInfo != null }
        alarms.fireAlarm(wake)
        shadowOf(android.os.Looper.getMainLooper()).idle()
        phone.idle()
        val shown = phone.getSystemService(NotificationManager::class.java).activeNotifications.single().notification
        assertEquals("critical_v1", shown.channelId)
        assertEquals("Test reminder", shown.extras.getCharSequence("android.title"))
        assertEquals(before, phone.ask { info() }.entries)
    }

    @Test
    fun `a policy is read from the file that a person chose, and none where she turned away`() {
        val file = phone.cacheDir.resolve("p.json").apply { writeText("{\"id\":\"x\"}") }
        for ((result, expected) in listOf(Activity.RESULT_OK to "{\"id\":\"x\"}", Activity.RESULT_CANCELED to null)) {
            val activity = start()
            val asked = CoroutineScope(Dispatchers.Main).async { activity.session.flow!!.host.choosePolicy() }
            phone.until("the question is there") { shadowOf(activity).peekNextStartedActivityForResult() != null }
            val question = shadowOf(activity).nextStartedActivityForResult.intent
            shadowOf(activity).receiveResult(question, result, Intent().setData(Uri.fromFile(file)))
            phone.until("it is read") { asked.isCompleted }
            @OptIn(kotlinx.coroutines.ExperimentalCoroutinesApi::class)
            assertEquals(expected, asked.getCompleted())
        }
    }

    @Test
    fun `who records is remembered, over the end of the process too`() {
        val people = People(Actor("Lucía Vega", "nurse", "ward 3"), listOf(Actor("Lucía Vega", "nurse", "ward 3"), Actor("T. Brandt", "", "")))
        start().session.flow!!.become(people)
        assertEquals(people, org.marrow.app.core.Kept(phone).people)
        phone.kept.people = People()
        assertEquals(People(), phone.kept.people)
    }

    @Test
    fun `what is recorded is felt, and the end of a compression longest`() {
        val host = start().session.flow!!.host
        val vibrator = shadowOf(phone.getSystemService(VibratorManager::class.java).defaultVibrator)
        val felt = Touch.entries.associateWith { touch ->
            host.feel(touch)
            if (vibrator.pattern?.isNotEmpty() == true) vibrator.pattern.sum() else vibrator.milliseconds
        }
        assertEquals(Touch.OVER, felt.maxBy { it.value }.key)
        assertTrue("$felt", felt.values.all { it > 0 })
    }
}
