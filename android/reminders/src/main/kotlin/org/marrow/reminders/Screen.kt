package org.marrow.reminders

import android.content.Context
import android.content.res.Configuration
import java.util.Locale
import org.marrow.ffi.Lang

/**
 * Puts notices on the screen and takes them off. Says why one would not be seen; it is posted all the same, because
 * Android may know better.
 */
class Screen(private val context: Context, private val notices: NoticePort) {
    private val channels = Channels(notices)

    /** Of the few words that are Android's; the system's own where the core has not said. */
    @Volatile
    private var lang: Lang? = null

    /** Makes the channels, in the words of now. */
    fun prepare(lang: Lang?) {
        this.lang = lang
        channels.make(words())
    }

    /** @param actions those that something can be done with; none without the core. */
    fun show(notice: Notice, actions: Set<Act>): Unseen? {
        val words = words()
        channels.make(notice.channel, notice.channelId, words)
        val drawn = Drawing(context, words).reminder(notice, actions, notices.mayFillScreen())
        notices.post(notice.slot, Kind.REMINDER, drawn)
        // Android may take a moment to show it; it counts at once.
        val together = notices.posted(Kind.REMINDER, notice.thread) + notice.slot
        if (together.size > 1) notices.post(notice.thread, Kind.GROUP, Drawing(context, words).group(notice, together.size))
        return unseen(notice)
    }

    fun withdraw(slot: String) = notices.withdraw(slot, Kind.REMINDER)

    /** Takes off what stands for several where there are not several any more. */
    fun tidy() {
        notices.posted(Kind.GROUP).filter { notices.posted(Kind.REMINDER, it).size < 2 }
            .forEach { notices.withdraw(it, Kind.GROUP) }
    }

    fun shows(): Set<String> = notices.posted(Kind.REMINDER)

    /** Makes exactly these timers stand on the screen. */
    fun run(timers: List<Notice>) {
        val words = words()
        for (timer in timers) {
            channels.make(timer.channel, timer.channelId, words)
            notices.post(timer.slot, Kind.TIMER, Drawing(context, words).timer(timer))
        }
        val running = timers.map { it.slot }.toSet()
        notices.posted(Kind.TIMER).filter { it !in running }.forEach { notices.withdraw(it, Kind.TIMER) }
    }

    /** Why nobody would see it. */
    fun unseen(notice: Notice): Unseen? = when {
        !notices.allowed() -> Unseen.NOTIFICATIONS_OFF
        notices.channels()[notice.channelId] == 0 -> Unseen.CHANNEL_OFF
        else -> null
    }

    private fun words(): Context {
        val lang = lang ?: return context
        val spoken = Configuration(context.resources.configuration)
        spoken.setLocale(Locale.forLanguageTag(lang.name.lowercase()))
        return context.createConfigurationContext(spoken)
    }
}

/** Why a notification is not seen. */
enum class Unseen { NOTIFICATIONS_OFF, CHANNEL_OFF }
