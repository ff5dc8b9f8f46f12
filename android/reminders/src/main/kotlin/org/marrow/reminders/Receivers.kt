package org.marrow.reminders

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.Build

/** Where each wake-up arrives, and its twin. */
class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val id = ReminderAddress.id(intent.data) ?: return
        inBackground(context) {
            try {
                fire(id, twin = intent.action == TWIN)
            } finally {
                reconcile()
            }
        }
    }

    companion object {
        const val FIRE = "org.marrow.reminders.FIRE"
        const val TWIN = "org.marrow.reminders.TWIN"
    }
}

/** Where the buttons of a notification arrive. */
class ActionReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val id = ReminderAddress.id(intent.data) ?: return
        val act = Act.entries.find { PREFIX + it.name == intent.action } ?: return
        inBackground(context) {
            act(id, act)
            reconcile()
        }
    }

    companion object {
        const val PREFIX = "org.marrow.reminders."
    }
}

/** The phone has started, before or after its first unlock, or the app was updated: Android has forgotten wake-ups. */
class BootReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action in heard) inBackground(context) { reconcile() }
    }

    private companion object {
        val heard = setOf(
            Intent.ACTION_BOOT_COMPLETED,
            Intent.ACTION_LOCKED_BOOT_COMPLETED,
            Intent.ACTION_MY_PACKAGE_REPLACED,
        )
    }
}

/** The clock or the zone was set, or the language. */
class ClockReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action in heard) inBackground(context) { reconcile() }
    }

    private companion object {
        val heard = setOf(Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED, Intent.ACTION_LOCALE_CHANGED)
    }
}

/**
 * Exact times were allowed, or notifications were allowed or switched off. Android does not tell when exact times are
 * taken away: it ends the app, and the job finds out.
 */
class PermissionReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action in heard) inBackground(context) { reconcile() }
    }

    private companion object {
        val heard = setOf(
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
            "android.app.action.APP_BLOCK_STATE_CHANGED",
            "android.app.action.NOTIFICATION_CHANNEL_BLOCK_STATE_CHANGED",
        )
    }
}

/**
 * The first unlock. Android tells it only to who is running and has asked at run time, not to a manifest; one that is
 * not running is told by BOOT_COMPLETED, which comes after the unlock.
 */
internal class UnlockReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action != Intent.ACTION_USER_UNLOCKED) return
        context.unregisterReceiver(this)
        inBackground(context) { reconcile() }
    }

    companion object {
        fun register(context: Context) {
            val filter = IntentFilter(Intent.ACTION_USER_UNLOCKED)
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
                context.registerReceiver(UnlockReceiver(), filter, Context.RECEIVER_NOT_EXPORTED)
            } else {
                context.registerReceiver(UnlockReceiver(), filter)
            }
        }
    }
}
