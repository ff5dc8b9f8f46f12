package org.marrow.reminders

import android.app.Notification
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import android.os.Build
import org.marrow.ffi.Category
import org.marrow.ffi.Channel

/** What can be done from a notification without opening the app. */
enum class Act { LATER, DONE, ACKNOWLEDGE }

/** From a notice to Android's notification. */
internal class Drawing(private val context: Context, private val words: Context) {
    fun reminder(notice: Notice, able: Set<Act>, mayFillScreen: Boolean): Notification {
        val open = Opening.pending(context, notice.link)
        val critical = notice.channel == Channel.CRITICAL
        val drawn = base(notice).setContentIntent(open).setWhen(notice.atMs).setShowWhen(true)
            .setCategory(if (critical) Notification.CATEGORY_ALARM else Notification.CATEGORY_REMINDER)
            .setStyle(Notification.BigTextStyle().bigText(notice.body))
        // It opens over the lock screen only what the person must see at once.
        if (critical && mayFillScreen) drawn.setFullScreenIntent(open, true)
        drawn.addAction(action(R.string.action_open, open))
        for (act in offered(notice.category).filter { it in able }) drawn.addAction(action(act, notice))
        return drawn.build()
    }

    fun timer(notice: Notice): Notification = base(notice).setContentIntent(Opening.pending(context, notice.link))
        .setOngoing(true).setOnlyAlertOnce(true)
        .setWhen(notice.atMs).setShowWhen(true).setUsesChronometer(true).setChronometerCountDown(true)
        .setCategory(Notification.CATEGORY_PROGRESS)
        .build()

    /** For several that belong together: how many. It makes no sound of its own; its reminders have theirs. */
    fun group(newest: Notice, count: Int): Notification = builder(newest)
        .setContentTitle(words.resources.getQuantityString(R.plurals.group, count, count))
        .setContentIntent(Opening.pending(context, newest.link))
        .setWhen(newest.atMs).setShowWhen(true)
        .setGroup(newest.thread).setGroupSummary(true).setGroupAlertBehavior(Notification.GROUP_ALERT_CHILDREN)
        .build()

    /** A locked phone shows how many and nothing else. */
    private fun base(notice: Notice): Notification.Builder {
        val seenByAll = builder(notice).setContentTitle(notice.title).build()
        return builder(notice).setContentTitle(notice.title).setContentText(notice.body)
            .setVisibility(Notification.VISIBILITY_PRIVATE).setPublicVersion(seenByAll)
            .setGroup(notice.thread)
    }

    private fun builder(notice: Notice) =
        Notification.Builder(context, notice.channelId).setSmallIcon(R.drawable.ic_reminder)

    private fun action(act: Act, notice: Notice): Notification.Action {
        val guarded = act != Act.LATER
        // Before Android 12 it cannot ask who is there: the app does.
        if (guarded && Build.VERSION.SDK_INT < 31) return action(label(act), Opening.pending(context, notice.link))
        val intent = Intent(context, ActionReceiver::class.java).setAction(ActionReceiver.PREFIX + act.name)
            .setData(ReminderAddress.of(notice.id)).addFlags(Intent.FLAG_RECEIVER_FOREGROUND)
        val flags = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        val built = builder(label(act), PendingIntent.getBroadcast(context, 0, intent, flags))
        if (guarded) built.setAuthenticationRequired(true)
        return built.build()
    }

    private fun action(label: Int, intent: PendingIntent) = builder(label, intent).build()

    private fun builder(label: Int, intent: PendingIntent): Notification.Action.Builder {
        val icon = Icon.createWithResource(context, R.drawable.ic_reminder)
        return Notification.Action.Builder(icon, words.getString(label), intent)
    }

    private fun label(act: Act) = when (act) {
        Act.LATER -> R.string.action_later
        Act.DONE -> R.string.action_done
        Act.ACKNOWLEDGE -> R.string.action_acknowledge
    }

    companion object {
        /** What the core says may be offered, beside opening. */
        fun offered(category: Category): List<Act> = when (category) {
            Category.OPEN -> emptyList()
            Category.OPEN_LATER -> listOf(Act.LATER)
            Category.OPEN_DONE -> listOf(Act.DONE)
            Category.OPEN_LATER_DONE -> listOf(Act.LATER, Act.DONE)
            Category.OPEN_ACK -> listOf(Act.ACKNOWLEDGE)
            Category.OPEN_LATER_ACK -> listOf(Act.LATER, Act.ACKNOWLEDGE)
        }
    }
}
