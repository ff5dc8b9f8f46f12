package org.marrow.reminders

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.os.Build

/** What Android shows. It drops without a word what it may not show, so that it is asked before. */
interface NoticePort {
    /** The person lets this app notify at all. */
    fun allowed(): Boolean

    /** A notification may take the whole screen of a locked phone. */
    fun mayFillScreen(): Boolean

    /** The channels that are there, each with the importance that the person has left it. */
    fun channels(): Map<String, Int>

    /** Makes a channel, or names it anew. */
    fun makeChannel(channel: NotificationChannel)

    fun removeChannel(id: String)

    fun post(tag: String, kind: Kind, notification: Notification)

    fun withdraw(tag: String, kind: Kind)

    /** The tags on the screen; of one group alone, where it is named. */
    fun posted(kind: Kind, group: String? = null): Set<String>
}

/** What stands on the screen. */
enum class Kind(val id: Int) {
    REMINDER(1),
    TIMER(2),

    /** What stands for several reminders that belong together. */
    GROUP(3),
}

/** The phone's own. */
class PhoneNotices(context: Context) : NoticePort {
    private val notices = context.getSystemService(NotificationManager::class.java)

    override fun allowed() = notices.areNotificationsEnabled()

    override fun mayFillScreen() =
        Build.VERSION.SDK_INT < Build.VERSION_CODES.UPSIDE_DOWN_CAKE || notices.canUseFullScreenIntent()

    override fun channels() = notices.notificationChannels.associate { it.id to it.importance }

    override fun makeChannel(channel: NotificationChannel) = notices.createNotificationChannel(channel)

    override fun removeChannel(id: String) = notices.deleteNotificationChannel(id)

    override fun post(tag: String, kind: Kind, notification: Notification) = notices.notify(tag, kind.id, notification)

    override fun withdraw(tag: String, kind: Kind) = notices.cancel(tag, kind.id)

    override fun posted(kind: Kind, group: String?) = notices.activeNotifications
        .filter { it.id == kind.id && (group == null || it.notification.group == group) }.mapNotNull { it.tag }.toSet()
}
