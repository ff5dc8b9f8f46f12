package org.marrow.bridge

import kotlin.random.Random
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.Reminder

/** An operating system that holds reminders as badly as it is told to. */
class FakeSystem(private val luck: Random = Random(0)) : ReminderPort {
    /** Which of too many it keeps, without a word about the others. */
    enum class Keeps { FIRST_ASKED, LAST_ASKED, SOONEST }

    /** How many it has room for. */
    var room = Int.MAX_VALUE
    var keeps = Keeps.FIRST_ASKED

    /** How often it refuses aloud to hold one, and to let one go. */
    var refusal = 0.0
    var grip = 0.0

    /** How many more calls it answers; the next one finds the app killed. */
    var answers = Int.MAX_VALUE

    /** What is told after each change. */
    var onChange: () -> Unit = {}

    /** In the order in which they were asked for. */
    val pending = linkedMapOf<String, Reminder>()

    override fun hold(reminder: Reminder) {
        answer()
        if (luck.nextDouble() < refusal) throw SecurityException("no exact wake-ups")
        pending[reminder.id] = reminder
        while (pending.size > room) pending.remove(dropped())
        onChange()
    }

    override fun cancel(id: String) {
        answer()
        if (luck.nextDouble() < grip) throw IllegalStateException("not now")
        pending.remove(id)
        onChange()
    }

    override fun held(): List<HeldReminder> {
        answer()
        return pending.values.map { HeldReminder(it.id, it.fingerprint, it.fireAtMs) }
    }

    /** Time passes: what is due by then was shown. */
    fun fire(nowMs: Long) {
        pending.values.removeIf { it.fireAtMs <= nowMs }
    }

    fun boot() = pending.clear()

    private fun dropped() = when (keeps) {
        Keeps.FIRST_ASKED -> pending.keys.last()
        Keeps.LAST_ASKED -> pending.keys.first()
        Keeps.SOONEST -> pending.values.maxBy { it.fireAtMs }.id
    }

    /** A killed app does nothing any more, whatever it catches. */
    private fun answer() {
        if (answers <= 0) throw Killed()
        answers--
    }

    class Killed : Exception("killed")
}
