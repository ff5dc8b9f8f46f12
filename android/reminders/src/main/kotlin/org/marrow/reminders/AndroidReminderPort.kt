package org.marrow.reminders

import org.marrow.bridge.ReminderPort
import org.marrow.ffi.Channel
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.Reminder

/**
 * Android as a holder of reminders: wake-ups, and the [Mirror] of what each is to say. When exact times are denied a
 * reminder is held inexactly, never not at all; when they are allowed again, all that is inexact counts as not held.
 */
class AndroidReminderPort(
    private val alarms: AlarmPort,
    private val mirror: Mirror,
    private val epoch: () -> String,
) : ReminderPort {
    override fun hold(reminder: Reminder) =
        arm(Armed(Notice.of(reminder), reminder.fingerprint, reminder.fireAtMs, exact = true, epoch = ""))

    override fun cancel(id: String) {
        for (twin in listOf(false, true)) alarms.cancel(Wake(id, twin))
        mirror.remove(id)
    }

    override fun held() = mirror.all().filter(held(alarms.mayBeExact())).map {
        HeldReminder(it.id, it.fingerprint, it.fireAtMs)
    }

    /** Asks Android again for all that it does not hold, where no plan can be had. What it refuses, each by its id. */
    fun rearm(): Map<String, Exception> {
        val held = held(alarms.mayBeExact())
        val refused = mutableMapOf<String, Exception>()
        for (armed in mirror.all().filterNot(held)) {
            try {
                arm(armed)
            } catch (thrown: Exception) {
                refused[armed.id] = thrown
            }
        }
        return refused
    }

    /** Lets go of what is neither planned nor held: of an earlier boot, version or permission. */
    fun forgetAllBut(planned: Set<String>) {
        val held = held(alarms.mayBeExact())
        mirror.all().filterNot { it.id in planned || held(it) }.forEach { cancel(it.id) }
    }

    private fun held(exact: Boolean): (Armed) -> Boolean {
        val epoch = epoch()
        return { it.epoch == epoch && it.exact == exact && alarms.exists(Wake(it.id)) }
    }

    /** The wake-up before the mirror: one that is not in the mirror still fires, one that is only there never does. */
    private fun arm(armed: Armed) {
        val exact = ring(Wake(armed.id), armed.fireAtMs, armed.notice.channel, armed.notice.link)
        mirror.put(armed.copy(exact = exact, epoch = epoch()))
        if (armed.notice.channel == Channel.CRITICAL) {
            alarms.set(Wake(armed.id, twin = true), armed.fireAtMs + TWIN_AFTER_MS, How.INEXACT, armed.notice.link)
        }
    }

    /** Asks for a wake-up, as exact as is allowed; true where it is exact. */
    fun ring(wake: Wake, at: Long, channel: Channel, link: String): Boolean {
        val loud = channel == Channel.CRITICAL || channel == Channel.DUE
        if (alarms.mayBeExact()) {
            try {
                alarms.set(wake, at, if (loud) How.CLOCK else How.EXACT, link)
                return true
            } catch (_: SecurityException) {
                // Taken away this very moment, or never really given: the health page says so.
            }
        }
        alarms.set(wake, at, How.INEXACT, link)
        return false
    }

    companion object {
        /**
         * How many reminders are held at most: Android refuses an app its 501st wake-up, and a critical reminder has
         * two.
         */
        const val MAX_PENDING = 240u

        const val TWIN_AFTER_MS = 2 * 60_000L
    }
}
