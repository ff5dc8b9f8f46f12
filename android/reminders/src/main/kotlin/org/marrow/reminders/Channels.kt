package org.marrow.reminders

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.media.AudioAttributes
import android.media.RingtoneManager
import org.marrow.ffi.Channel

/**
 * How each kind of reminder sounds. Android lets a channel be named anew but never made louder, so that the core's ids
 * carry a version: another sound is another id, and the old one goes.
 */
class Channels(private val notices: NoticePort) {
    /** Makes all that are there in every plan. */
    fun make(words: Context) {
        for (channel in Channel.entries) make(channel, id(channel), words)
        val known = Channel.entries.map(::id).toSet()
        notices.channels().keys.filter { it !in known }.forEach(notices::removeChannel)
    }

    /** Makes the one that a reminder asks for: what is shown on a channel that does not exist is dropped. */
    fun make(channel: Channel, id: String, words: Context) = notices.makeChannel(of(channel, id, words))

    private fun of(channel: Channel, id: String, words: Context): NotificationChannel {
        val made = NotificationChannel(id, words.getString(name(channel)), importance(channel))
        made.lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        when (channel) {
            Channel.CRITICAL -> {
                val uri = RingtoneManager.getDefaultUri(RingtoneManager.TYPE_ALARM)
                made.setSound(uri, sound(AudioAttributes.USAGE_ALARM))
                // Only where the person has let the app; the alarm usage alone passes most of do-not-disturb.
                made.setBypassDnd(true)
                made.enableVibration(true)
                made.vibrationPattern = longArrayOf(0, 600, 300, 600, 300, 600)
                made.enableLights(true)
            }
            Channel.DUE -> {
                val uri = RingtoneManager.getDefaultUri(RingtoneManager.TYPE_NOTIFICATION)
                made.setSound(uri, sound(AudioAttributes.USAGE_NOTIFICATION_EVENT))
                made.enableVibration(true)
            }
            Channel.RUNNING -> made.setSound(null, null)
            Channel.SOON, Channel.SYSTEM -> {}
        }
        return made
    }

    private fun sound(usage: Int) = AudioAttributes.Builder().setUsage(usage)
        .setContentType(AudioAttributes.CONTENT_TYPE_SONIFICATION).build()

    companion object {
        fun id(channel: Channel) = "${channel.name.lowercase()}_v1"

        private fun name(channel: Channel) = when (channel) {
            Channel.CRITICAL -> R.string.channel_critical
            Channel.DUE -> R.string.channel_due
            Channel.SOON -> R.string.channel_soon
            Channel.RUNNING -> R.string.channel_running
            Channel.SYSTEM -> R.string.channel_system
        }

        private fun importance(channel: Channel) = when (channel) {
            Channel.CRITICAL, Channel.DUE -> NotificationManager.IMPORTANCE_HIGH
            Channel.SOON, Channel.SYSTEM -> NotificationManager.IMPORTANCE_DEFAULT
            Channel.RUNNING -> NotificationManager.IMPORTANCE_LOW
        }
    }
}
