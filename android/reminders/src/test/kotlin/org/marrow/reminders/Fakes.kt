package org.marrow.reminders

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import org.robolectric.Shadows.shadowOf

/** The phone's wake-ups, failing as Android's own do where the simulated ones do not. */
class StrictAlarms(private val app: Application, private val real: AlarmPort = PhoneAlarms(app)) : AlarmPort by real {
    /** Exact times are allowed; without, asking for one throws. */
    var exact = true

    /** What is said of it, should that differ. */
    var saidExact: Boolean? = null

    /** Android refuses an app one more. */
    var most = 500

    override fun mayBeExact() = saidExact ?: exact

    override fun set(wake: Wake, atMs: Long, how: How, link: String) {
        if (!exact && how != How.INEXACT) throw SecurityException("Caller needs to hold USE_EXACT_ALARM")
        val held = shadowOf(app.getSystemService(AlarmManager::class.java)).scheduledAlarms.size
        check(held < most || real.exists(wake)) { "Maximum limit of concurrent alarms $most reached for uid: 10123" }
        real.set(wake, atMs, how, link)
    }
}

/** The phone's notifications; what may not be shown is dropped without a word, as Android does. */
class StrictNotices(app: Application, private val real: NoticePort = PhoneNotices(app)) : NoticePort by real {
    var fillsScreen = true
    val dropped = mutableListOf<String>()

    override fun mayFillScreen() = fillsScreen

    override fun post(tag: String, kind: Kind, notification: Notification) {
        val importance = channels()[notification.channelId]
        if (!allowed() || importance == null || importance == 0) {
            dropped += tag
        } else {
            real.post(tag, kind, notification)
        }
    }
}
