package org.marrow.reminders

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build

/** One wake-up: of a reminder, or its twin that comes a little later should the first have been lost. */
data class Wake(val id: String, val twin: Boolean = false)

/** How much is asked of Android for a wake-up. */
enum class How {
    /** As an alarm clock: at the time, whatever the phone saves. */
    CLOCK,

    /** At the time, though seldom while the phone sleeps deeply. */
    EXACT,

    /** Some time after, at Android's convenience; needs no permission. */
    INEXACT,
}

/** What Android holds of wake-ups. It throws where Android does: a permission denied, too many of them. */
interface AlarmPort {
    fun mayBeExact(): Boolean

    /** Holds this wake-up from now on; it replaces the one of the same name. */
    fun set(wake: Wake, atMs: Long, how: How, link: String)

    fun cancel(wake: Wake)

    /** Whether Android still knows of it; not after a boot or a force-stop. */
    fun exists(wake: Wake): Boolean
}

/** The phone's own. */
class PhoneAlarms(private val context: Context) : AlarmPort {
    private val alarms = context.getSystemService(AlarmManager::class.java)

    override fun mayBeExact() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || alarms.canScheduleExactAlarms()

    override fun set(wake: Wake, atMs: Long, how: How, link: String) {
        val fire = checkNotNull(pending(wake, PendingIntent.FLAG_UPDATE_CURRENT))
        when (how) {
            How.CLOCK -> alarms.setAlarmClock(AlarmManager.AlarmClockInfo(atMs, Opening.pending(context, link)), fire)
            How.EXACT -> alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, fire)
            How.INEXACT -> alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, atMs, fire)
        }
    }

    override fun cancel(wake: Wake) {
        val fire = pending(wake, PendingIntent.FLAG_NO_CREATE) ?: return
        alarms.cancel(fire)
        fire.cancel()
    }

    override fun exists(wake: Wake) = pending(wake, PendingIntent.FLAG_NO_CREATE) != null

    /** The name is the data: one wake-up is one address, and two that differ in it never replace each other. */
    private fun pending(wake: Wake, flag: Int): PendingIntent? {
        val fire = Intent(context, ReminderReceiver::class.java)
            .setAction(if (wake.twin) ReminderReceiver.TWIN else ReminderReceiver.FIRE)
            .setData(ReminderAddress.of(wake.id))
            .addFlags(Intent.FLAG_RECEIVER_FOREGROUND)
        return PendingIntent.getBroadcast(context, 0, fire, flag or PendingIntent.FLAG_IMMUTABLE)
    }
}

/** `marrow://reminder/<id>`: a reminder's name among Android's intents. */
object ReminderAddress {
    fun of(id: String): Uri = Uri.Builder().scheme("marrow").authority("reminder").appendPath(id).build()

    fun id(address: Uri?): String? = address?.takeIf { it.authority == "reminder" }?.lastPathSegment
}

/** Opening the app where a reminder leads. */
object Opening {
    fun pending(context: Context, link: String): PendingIntent {
        val open = Intent(Intent.ACTION_VIEW, Uri.parse(link)).setPackage(context.packageName)
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        val flags = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        return PendingIntent.getActivity(context, 0, open, flags)
    }
}
