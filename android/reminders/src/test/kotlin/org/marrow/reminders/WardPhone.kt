// ScheduledAlarm says of its only way to the wake-up that it is deprecated.
@file:Suppress("DEPRECATION")

package org.marrow.reminders

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.media.AudioManager
import android.os.Looper
import android.os.UserManager
import android.provider.Settings
import java.nio.file.Files
import java.util.UUID
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.job
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.marrow.bridge.MarkPort
import org.marrow.ffi.Channel
import org.marrow.ffi.ReminderPlan
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm

/**
 * A ward's phone: Android as Robolectric has it, the app's part as the app would have it, and the real core with a
 * patient in it. Its clock is moved by hand.
 */
class WardPhone : Application(), RemindersHost, MarkPort {
    val alarms by lazy { StrictAlarms(this) }
    val notices by lazy { StrictNotices(this) }
    val core by lazy { WardCore(this) }
    var nowMs = START
    var bootedMs = START - 3_600_000
    var bootId = UUID(7, 7)
    private var mark: ULong? = null
    override lateinit var reminders: Reminders

    override fun onCreate() {
        super.onCreate()
        getSystemService(AudioManager::class.java).setStreamVolume(AudioManager.STREAM_ALARM, 5, 0)
        startApp()
    }

    /** The process begins. */
    fun startApp() {
        val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
        reminders = Reminders(this, core, alarms, notices, { nowMs }, scope)
        reminders.start()
    }

    override fun last() = mark

    override fun keep(mark: ULong) {
        this.mark = mark
    }

    val path by lazy { Files.createTempDirectory("ward").resolve("marrow.db").toString() }

    /** Waits until every receiver and job is done. */
    fun idle() {
        val end = System.nanoTime() + 60_000_000_000
        do {
            shadowOf(Looper.getMainLooper()).idle()
            val working = reminders.scope.coroutineContext.job.children.filter(Job::isActive).toList()
            Thread.sleep(5)
            check(System.nanoTime() < end) { "still at work: $working" }
        } while (working.isNotEmpty())
        shadowOf(Looper.getMainLooper()).idle()
    }

    fun broadcast(action: String) {
        sendBroadcast(Intent(action))
        idle()
    }

    val held: List<ScheduledAlarm>
        get() = shadowOf(getSystemService(AlarmManager::class.java)).scheduledAlarms.toList()

    /** Wake-ups of reminders, without their twins, by the reminders' ids. */
    val wakes: Map<String, ScheduledAlarm> get() = wakes(ReminderReceiver.FIRE)
    val twins: Map<String, ScheduledAlarm> get() = wakes(ReminderReceiver.TWIN)

    private fun wakes(action: String) = held.filter { it.operation != null }
        .map { it to shadowOf(it.operation).savedIntent }
        .filter { (_, intent) -> intent.action == action }
        .associate { (alarm, intent) -> ReminderAddress.id(intent.data)!! to alarm }

    /** Time passes, and each wake-up that comes due on the way fires, after so long. */
    fun pass(toMs: Long, lateByMs: Long = 0) {
        while (true) {
            val next = held.filter { it.triggerAtMs <= toMs }.minByOrNull { it.triggerAtMs } ?: break
            nowMs = maxOf(nowMs, next.triggerAtMs + lateByMs)
            fire(next)
        }
        nowMs = maxOf(nowMs, toMs)
    }

    fun fire(alarm: ScheduledAlarm) {
        shadowOf(getSystemService(AlarmManager::class.java)).fireAlarm(alarm)
        idle()
    }

    /** The phone starts again: Android has forgotten all wake-ups and notifications. */
    fun boot(downMs: Long = 60_000, unlocked: Boolean = true) {
        forceStop()
        val boots = Settings.Global.getInt(contentResolver, Settings.Global.BOOT_COUNT, 0)
        Settings.Global.putInt(contentResolver, Settings.Global.BOOT_COUNT, boots + 1)
        bootId = UUID.randomUUID()
        nowMs += downMs
        bootedMs = nowMs
        shadowOf(getSystemService(UserManager::class.java)).setUserUnlocked(unlocked)
        startApp()
        broadcast(Intent.ACTION_LOCKED_BOOT_COMPLETED)
        if (unlocked) broadcast(Intent.ACTION_BOOT_COMPLETED)
    }

    val isUnlocked get() = getSystemService(UserManager::class.java).isUserUnlocked

    fun unlock() {
        shadowOf(getSystemService(UserManager::class.java)).setUserUnlocked(true)
    }

    /** A person ends the app from the settings: its wake-ups and notifications go with it. */
    fun forceStop() {
        idle()
        for (pending in held.mapNotNull { it.operation }) {
            getSystemService(AlarmManager::class.java).cancel(pending)
            pending.cancel()
        }
        getSystemService(NotificationManager::class.java).cancelAll()
        core.close()
    }

    /** What stands on the screen, by its tag. */
    fun screen(kind: Kind = Kind.REMINDER): Map<String, Notification> =
        getSystemService(NotificationManager::class.java).activeNotifications
            .filter { it.id == kind.id }.associate { it.tag to it.notification }

    /** Presses a button of a notification. */
    fun press(action: Notification.Action) {
        action.actionIntent.send()
        idle()
    }

    val plan: ReminderPlan get() = core.ask { reminders(this@WardPhone.reminders.health().caps()) }

    fun assertHoldsThePlan() {
        val plan = plan
        assertTrue(plan.reminders.isNotEmpty())
        assertEquals(plan.reminders.associate { it.id to it.fireAtMs }, wakes.mapValues { it.value.triggerAtMs })
        val critical = plan.reminders.filter { it.channel == Channel.CRITICAL }
        val later = AndroidReminderPort.TWIN_AFTER_MS
        assertEquals(critical.associate { it.id to it.fireAtMs + later }, twins.mapValues { it.value.triggerAtMs })
    }

    fun reconcile() = runBlocking { reminders.reconcile() }

    companion object {
        const val START = 1_772_611_200_000
        const val MINUTE = 60_000L
        const val HOUR = 60 * MINUTE
    }
}
