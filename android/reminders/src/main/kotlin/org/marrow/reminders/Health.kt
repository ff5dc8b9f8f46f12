package org.marrow.reminders

import android.app.ActivityManager
import android.app.NotificationManager
import android.content.Context
import android.media.AudioManager
import android.os.Build
import android.os.PowerManager
import org.marrow.ffi.Channel
import org.marrow.ffi.Os
import org.marrow.ffi.PlatformCaps

/** Whether this phone will ring: what Android allows now, and what the last passes came to. */
data class ReminderHealth(
    val notificationsAllowed: Boolean,
    /** Of each channel, by its id, the importance that the person has left it; 0 is off. */
    val channels: Map<String, Int>,
    val exact: Boolean,
    /** How many reminders are held without a promise of the exact time. */
    val inexact: Int,
    val fullScreen: Boolean,
    val batteryExempt: Boolean,
    val backgroundRestricted: Boolean,
    val alarmVolume: Int,
    val alarmVolumeMax: Int,
    /** `NotificationManager.INTERRUPTION_FILTER_…` */
    val doNotDisturb: Int,
    val coverageUntilMs: Long?,
    val reconciledMs: Long?,
    val refused: Map<String, String>,
    val closed: String?,
    val unseen: Unseen?,
    val notRecorded: String?,
) {
    /** What can make a reminder fail; empty where nothing can. */
    val failing: Set<Failing> = buildSet {
        if (!notificationsAllowed) add(Failing.NOTIFICATIONS)
        if (isSilent(Channel.CRITICAL)) add(Failing.CHANNEL_CRITICAL)
        if (isSilent(Channel.DUE)) add(Failing.CHANNEL_DUE)
        if (!exact || inexact > 0) add(Failing.EXACT)
        if (backgroundRestricted) add(Failing.BACKGROUND)
        if (alarmVolume == 0) add(Failing.VOLUME)
        if (doNotDisturb == NotificationManager.INTERRUPTION_FILTER_NONE) add(Failing.DO_NOT_DISTURB)
        if (refused.isNotEmpty()) add(Failing.REFUSED)
        if (closed != null) add(Failing.CLOSED)
    }

    val canFail get() = failing.isNotEmpty()

    /** A critical reminder is heard on a phone that is on silent. */
    private val criticalIsHeard = failing.none {
        it in setOf(Failing.NOTIFICATIONS, Failing.CHANNEL_CRITICAL, Failing.VOLUME, Failing.DO_NOT_DISTURB)
    }

    /** Below that importance Android makes no sound. One that is not there yet is made before it is needed. */
    private fun isSilent(channel: Channel) =
        channels[Channels.id(channel)]?.let { it < NotificationManager.IMPORTANCE_DEFAULT } ?: false

    fun caps() = PlatformCaps(
        os = Os.ANDROID,
        maxPending = AndroidReminderPort.MAX_PENDING,
        exact = exact,
        timeSensitive = false,
        critical = criticalIsHeard,
        alarmKit = false,
        fullScreen = fullScreen,
    )
}

/** A reason why a reminder may not come, or come late, or not be heard. */
enum class Failing {
    NOTIFICATIONS, CHANNEL_CRITICAL, CHANNEL_DUE, EXACT, BACKGROUND, VOLUME, DO_NOT_DISTURB, REFUSED,

    /** The record cannot be opened: what was planned before still rings, and nothing newer. */
    CLOSED,
}

/** Reads it from the phone. */
internal class HealthReader(
    private val context: Context,
    private val alarms: AlarmPort,
    private val notices: NoticePort,
    private val mirror: Mirror,
    private val notes: Notes,
) {
    fun read(): ReminderHealth {
        val audio = context.getSystemService(AudioManager::class.java)
        val power = context.getSystemService(PowerManager::class.java)
        val activities = context.getSystemService(ActivityManager::class.java)
        return ReminderHealth(
            notificationsAllowed = notices.allowed(),
            channels = notices.channels(),
            exact = alarms.mayBeExact(),
            inexact = mirror.all().count { !it.exact },
            fullScreen = notices.mayFillScreen(),
            batteryExempt = power.isIgnoringBatteryOptimizations(context.packageName),
            backgroundRestricted = Build.VERSION.SDK_INT >= Build.VERSION_CODES.P && activities.isBackgroundRestricted,
            alarmVolume = audio.getStreamVolume(AudioManager.STREAM_ALARM),
            alarmVolumeMax = audio.getStreamMaxVolume(AudioManager.STREAM_ALARM),
            doNotDisturb = context.getSystemService(NotificationManager::class.java).currentInterruptionFilter,
            coverageUntilMs = notes.coverageUntilMs,
            reconciledMs = notes.reconciledMs,
            refused = notes.refused,
            closed = notes.closed,
            unseen = notes.unseen,
            notRecorded = notes.notRecorded,
        )
    }
}
