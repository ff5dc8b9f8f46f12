@file:Suppress("DEPRECATION")

package org.marrow.reminders

import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.media.AudioAttributes
import android.os.Looper
import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Category
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Form
import org.marrow.reminders.WardCore.Companion.DUE
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.marrow.reminders.WardPhone.Companion.START
import org.robolectric.Shadows.shadowOf

class FiringTest : OnAWard() {
    private fun text(of: Notification, key: String) = of.extras.getCharSequence(key)?.toString()

    @Test
    fun `a reminder that is true is shown, and a locked phone shows only how many`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.pass(DUE)
        val (tag, shown) = phone.screen().entries.single().toPair()
        assertTrue(tag.startsWith("v1:"))
        assertEquals("due_v1", shown.channelId)
        assertEquals("Care task due", text(shown, Notification.EXTRA_TITLE))
        assertEquals(Notification.VISIBILITY_PRIVATE, shown.visibility)
        assertEquals(WardCore.CASE.toString(), shown.group)
        assertEquals(DUE, shown.`when`)
        val locked = shown.publicVersion
        assertEquals("Care task due", text(locked, Notification.EXTRA_TITLE))
        assertNull(text(locked, Notification.EXTRA_TEXT))
        assertNull(shown.fullScreenIntent)
        assertEquals("marrow://case/${WardCore.CASE}", shadowOf(shown.contentIntent).savedIntent.dataString)
    }

    @Test
    fun `nothing that is shown or held has a word about a patient`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.pass(DUE + 30 * MINUTE)
        val mirror = phone.createDeviceProtectedStorageContext().getSharedPreferences("reminders", 0).all.toString()
        val shown = phone.screen().values.joinToString { "$it ${it.extras.keySet().map { key -> it.extras.get(key) }}" }
        val buttons = phone.screen().values.flatMap { it.actions.toList() }.joinToString {
            shadowOf(it.actionIntent).savedIntent.toUri(0)
        }
        assertTrue(mirror.length > 500 && shown.length > 100 && buttons.length > 50)
        val about = listOf("Ana", "Ruiz", "disinfect", "ez-io", "tibia", "check", "needle", "ward 3")
        for (word in about) for (text in listOf(mirror, shown, buttons)) assertFalse(word, text.contains(word, true))
    }

    @Test
    fun `what was done meanwhile is not shown`() {
        core.onlyDisinfection()
        phone.reconcile()
        val wake = phone.wakes.values.minBy { it.triggerAtMs }
        val slot = Mirror(phone)[ReminderAddress.id(shadowOf(wake.operation).savedIntent.data)!!]!!.notice.slot
        // Recorded by somebody whose process was killed before Android was told.
        core.record(Form.Disinfect(DisinfectForm()))
        phone.nowMs = wake.triggerAtMs
        phone.fire(wake)
        assertEquals(1, core.askedOf.size)
        // What else is due in that case and was never shown may be; what was done is not.
        assertFalse(slot in phone.screen().keys)
        phone.assertHoldsThePlan()
    }

    @Test
    fun `a later rung takes the place of the one before`() {
        core.compressing()
        phone.reconcile()
        phone.pass(START + 5 * MINUTE)
        val first = phone.screen().entries.single()
        assertEquals("Time is up", text(first.value, Notification.EXTRA_TITLE))
        phone.pass(START + 10 * MINUTE)
        val later = phone.screen().getValue(first.key)
        assertTrue("${later.extras}", text(later, Notification.EXTRA_TEXT)!!.contains("10 min"))
        assertEquals(1, phone.screen().values.count { it.channelId == "critical_v1" })
    }

    @Test
    fun `done in the app, it goes off the screen`() {
        core.onlyDisinfection()
        phone.reconcile()
        phone.pass(DUE)
        assertEquals(1, phone.screen().size)
        core.record(Form.Disinfect(DisinfectForm()))
        phone.reconcile()
        assertTrue(phone.screen().isEmpty())
    }

    @Test
    fun `a critical one sounds as an alarm does, on a silent phone too, and fills a locked screen where it may`() {
        core.compressing()
        for (may in listOf(true, false)) {
            phone.notices.fillsScreen = may
            phone.reconcile()
            phone.pass(phone.nowMs + 5 * MINUTE)
            val shown = phone.screen().values.single { it.channelId == "critical_v1" }
            assertEquals(may, shown.fullScreenIntent != null)
            assertEquals(Notification.CATEGORY_ALARM, shown.category)
        }
        val channels = phone.getSystemService(NotificationManager::class.java)
        val channel = channels.getNotificationChannel("critical_v1")
        assertEquals(AudioAttributes.USAGE_ALARM, channel.audioAttributes.usage)
        assertNotNull(channel.sound)
        assertEquals(NotificationManager.IMPORTANCE_HIGH, channel.importance)
        assertEquals(Notification.VISIBILITY_PRIVATE, channel.lockscreenVisibility)
    }

    @Test
    fun `the twin is silent where the first came, and rings where it was lost`() {
        core.compressing()
        phone.reconcile()
        val end = phone.wakes.values.minBy { it.triggerAtMs }
        val id = phone.wakes.entries.single { it.value == end }.key
        val twin = shadowOf(phone.twins.getValue(id).operation).savedIntent
        phone.nowMs = end.triggerAtMs
        phone.fire(end)
        assertFalse(id in phone.twins)
        val asked = core.askedOf.size
        phone.notices.withdraw(phone.screen().keys.single(), Kind.REMINDER)
        phone.sendBroadcast(twin)
        phone.idle()
        assertEquals("the twin of one that came", asked, core.askedOf.size)
        assertTrue(phone.screen().isEmpty())

        val (next, lost) = phone.wakes.entries.filter { it.key in phone.twins }.minBy { it.value.triggerAtMs }
        PhoneAlarms(phone).cancel(Wake(next))
        phone.nowMs = lost.triggerAtMs + AndroidReminderPort.TWIN_AFTER_MS
        phone.fire(phone.twins.getValue(next))
        assertEquals("critical_v1", phone.screen().values.single { it.channelId == "critical_v1" }.channelId)
    }

    @Test
    fun `a core that does not open, or hangs, keeps no reminder from being shown`() {
        core.onlyDisinfection()
        phone.reconcile()
        core.close()
        core.opens = false
        phone.pass(DUE)
        val shown = phone.screen().values.single()
        assertEquals("Care task due", text(shown, Notification.EXTRA_TITLE))
        assertEquals("nothing can be recorded", listOf("Open"), shown.actions.map { it.title.toString() })
        val health = phone.reminders.health()
        assertEquals("IllegalStateException", health.closed)
        assertTrue(Failing.CLOSED in health.failing)
        // The rungs that follow are still held.
        assertTrue(phone.wakes.isNotEmpty())

        core.opens = true
        phone.reconcile()
        assertNull(phone.reminders.health().closed)
        core.hangs = true
        phone.notices.withdraw(phone.screen().keys.single(), Kind.REMINDER)
        val began = System.nanoTime()
        val next = phone.wakes.values.minBy { it.triggerAtMs }
        phone.nowMs = next.triggerAtMs
        shadowOf(phone.getSystemService(AlarmManager::class.java)).fireAlarm(next)
        while (phone.screen().isEmpty() && System.nanoTime() - began < 9_000_000_000) {
            shadowOf(Looper.getMainLooper()).idle()
            Thread.sleep(20)
        }
        assertEquals(1, phone.screen().size)
    }

    @Test
    fun `many that come at once, with passes between, are each shown, and the plan is held`() {
        for (n in 0L until 6) core.compressing(case = UUID(5, n))
        phone.reconcile()
        val due = phone.wakes.values.filter { it.triggerAtMs <= START + 15 * MINUTE }
        phone.nowMs = START + 15 * MINUTE
        val alarms = shadowOf(phone.getSystemService(AlarmManager::class.java))
        due.forEach {
            alarms.fireAlarm(it)
            phone.sendBroadcast(Intent(Intent.ACTION_TIME_CHANGED))
        }
        phone.idle()
        assertTrue(phone.screen().values.any { it.channelId == "critical_v1" })
        phone.assertHoldsThePlan()
    }

    @Test
    fun `each kind of reminder offers what the core says, and no more`() {
        val expected = mapOf(
            Category.OPEN to listOf("Open"),
            Category.OPEN_LATER to listOf("Open", "Later"),
            Category.OPEN_DONE to listOf("Open", "Done"),
            Category.OPEN_LATER_DONE to listOf("Open", "Later", "Done"),
            Category.OPEN_ACK to listOf("Open", "Acknowledge"),
            Category.OPEN_LATER_ACK to listOf("Open", "Later", "Acknowledge"),
        )
        assertEquals(Category.entries.toSet(), expected.keys)
        for ((category, offered) in expected) {
            val drawn = Drawing(phone, phone).reminder(aNotice(category), Act.entries.toSet(), mayFillScreen = true)
            assertEquals(offered, drawn.actions.map { it.title.toString() })
            val guarded = drawn.actions.filter { it.isAuthenticationRequired }.map { it.title.toString() }
            assertEquals(offered.filter { it == "Done" || it == "Acknowledge" }, guarded)
        }
    }

    @Test
    fun `several of one case stand under one that says how many, and it goes with them`() {
        core.record(WardCore.opening, WardCore.insertion)
        phone.reconcile()
        phone.pass(START + 70 * MINUTE)
        val shown = phone.screen()
        assertTrue("$shown", shown.size > 1)
        assertEquals(setOf(WardCore.CASE.toString()), shown.values.map { it.group }.toSet())
        val (tag, whole) = phone.screen(Kind.GROUP).entries.single().toPair()
        assertEquals(WardCore.CASE.toString() to "${shown.size} reminders", tag to text(whole, Notification.EXTRA_TITLE))
        assertTrue(whole.flags and Notification.FLAG_GROUP_SUMMARY != 0)
        assertEquals("it makes no sound of its own", Notification.GROUP_ALERT_CHILDREN, whole.groupAlertBehavior)
        assertNull(text(whole, Notification.EXTRA_TEXT))
        shown.keys.drop(1).forEach { phone.notices.withdraw(it, Kind.REMINDER) }
        phone.reconcile()
        assertTrue(phone.screen(Kind.GROUP).isEmpty())
    }

    @Test
    fun `a test reminder comes without a plan, without the core, and as loud as the loudest`() {
        val at = phone.reminders.test()
        assertEquals(at, phone.held.single { it.alarmClockInfo != null }.triggerAtMs)
        core.opens = false
        phone.pass(at)
        val shown = phone.screen().values.single()
        assertEquals("critical_v1" to "Test reminder", shown.channelId to text(shown, Notification.EXTRA_TITLE))
        assertTrue(core.askedOf.isEmpty())
    }
}
