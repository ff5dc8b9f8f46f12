package org.marrow.reminders

import android.content.ComponentName
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.PackageManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

/** The real manifest, as Android reads it: each trigger has a receiver, and runs when it must. */
class ManifestTest : OnAWard() {
    private val beforeUnlock = setOf(
        Intent.ACTION_LOCKED_BOOT_COMPLETED,
        Intent.ACTION_BOOT_COMPLETED,
        Intent.ACTION_MY_PACKAGE_REPLACED,
        Intent.ACTION_TIME_CHANGED,
        Intent.ACTION_TIMEZONE_CHANGED,
        Intent.ACTION_LOCALE_CHANGED,
        "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
        "android.app.action.APP_BLOCK_STATE_CHANGED",
        "android.app.action.NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED",
    )

    private fun info(receiver: Class<*>): ActivityInfo =
        phone.packageManager.getReceiverInfo(ComponentName(phone, receiver), 0)

    @Test
    fun `every trigger has one receiver, before the first unlock too, and makes a pass`() {
        core.onlyDisinfection()
        for (action in beforeUnlock) {
            val found = phone.packageManager.queryBroadcastReceivers(Intent(action).setPackage(phone.packageName), 0)
            assertEquals(action, 1, found.size)
            assertTrue(action, found.single().activityInfo.directBootAware)
            phone.nowMs += 1
            phone.broadcast(action)
            assertEquals(action, phone.nowMs, phone.reminders.health().reconciledMs)
        }
    }

    @Test
    fun `nobody else can call them`() {
        for (receiver in listOf(
            ReminderReceiver::class.java,
            ActionReceiver::class.java,
            BootReceiver::class.java,
            ClockReceiver::class.java,
            PermissionReceiver::class.java,
        )) {
            assertFalse(info(receiver).exported)
        }
        assertTrue(info(ReminderReceiver::class.java).directBootAware)
        val job = phone.packageManager.getServiceInfo(ComponentName(phone, ReconcileJob::class.java), 0)
        assertFalse(job.exported)
        assertEquals("android.permission.BIND_JOB_SERVICE", job.permission)
    }

    @Test
    fun `a broadcast that was not asked for does nothing`() {
        core.onlyDisinfection()
        for (receiver in listOf(BootReceiver::class.java, ClockReceiver::class.java, PermissionReceiver::class.java)) {
            phone.sendBroadcast(Intent(phone, receiver).setAction("android.intent.action.VIEW"))
        }
        phone.sendBroadcast(Intent(phone, ActionReceiver::class.java).setAction("org.marrow.reminders.FIRE"))
        phone.sendBroadcast(Intent(phone, ReminderReceiver::class.java).setAction(ReminderReceiver.FIRE))
        phone.idle()
        assertEquals(null, phone.reminders.health().reconciledMs)
    }

    @Test
    fun `all that Android must be asked for is asked for`() {
        val asked = phone.packageManager
            .getPackageInfo(phone.packageName, PackageManager.GET_PERMISSIONS).requestedPermissions
        val needed = listOf(
            "USE_EXACT_ALARM",
            "POST_NOTIFICATIONS",
            "RECEIVE_BOOT_COMPLETED",
            "WAKE_LOCK",
            "USE_FULL_SCREEN_INTENT",
            "VIBRATE",
        )
        assertTrue(asked.toList().containsAll(needed.map { "android.permission.$it" }))
        // Of Android 12 alone, and this is 14.
        assertFalse("android.permission.SCHEDULE_EXACT_ALARM" in asked)
    }
}
