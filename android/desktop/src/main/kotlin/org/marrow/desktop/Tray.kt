package org.marrow.desktop

import androidx.compose.runtime.mutableStateListOf
import org.marrow.bridge.MarrowClient
import org.marrow.bridge.ReminderPort
import org.marrow.ffi.CaseId
import org.marrow.ffi.Fired
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.Os
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.Reminder
import org.marrow.ffi.ReminderMember
import org.marrow.ffi.ReminderPlan

/** The window's own tray, which holds reminders and shows them when their time has come, as a phone's system does. */
class Tray(private val clock: ShiftClock) : ReminderPort {
    private val pending = linkedMapOf<String, Reminder>()

    /** What is shown, the newest first; one of a slot. */
    val shown = mutableStateListOf<Notice>()

    @Synchronized
    override fun hold(reminder: Reminder) {
        pending[reminder.id] = reminder
    }

    @Synchronized
    override fun cancel(id: String) {
        pending -= id
    }

    @Synchronized
    override fun held(): List<HeldReminder> = pending.values.map { HeldReminder(it.id, it.fingerprint, it.fireAtMs) }

    @Synchronized
    private fun due(): List<Reminder> = pending.values.filter { it.fireAtMs <= clock.nowMs }.sortedBy { it.fireAtMs }

    /** Fires what is due; the core says whether it still holds. True where anything fired. */
    suspend fun fire(client: MarrowClient): Boolean {
        val due = due()
        for (reminder in due) {
            val fired = client.fired(reminder.id, CAPS)
            cancel(reminder.id)
            if (fired is Fired.Show) show(Notice.of(fired.reminder))
        }
        return due.isNotEmpty()
    }

    /** Takes away what is shown of tasks that are done: the plan does not ring for them any more. */
    fun settle(plan: ReminderPlan) {
        val open = plan.reminders.flatMapTo(HashSet()) { reminder -> reminder.members.map(::occurrence) }
        shown.removeAll { it.of.isNotEmpty() && it.of.none { member -> occurrence(member) in open } }
    }

    fun show(notice: Notice) {
        shown.removeAll { it.slot == notice.slot }
        shown.add(0, notice)
    }

    companion object {
        /** What the window can do: all that a phone's system does but take the whole screen. */
        val CAPS = PlatformCaps(Os.ANDROID, 300u, exact = true, timeSensitive = true, critical = true, alarmKit = false, fullScreen = false)
    }
}

/** What stands in the tray: counts and times only. [of] is what it is about, the first of which a tap leads to. */
data class Notice(val slot: String, val atMs: Long, val title: String, val body: String, val of: List<ReminderMember> = emptyList()) {
    val case: CaseId? get() = of.firstOrNull()?.case

    companion object {
        fun of(reminder: Reminder) = with(reminder) { Notice(slot, fireAtMs, title, body, members) }
    }
}

/** A task and the time that it is due, whichever ring of it. */
private fun occurrence(member: ReminderMember) = Triple(member.case, member.step, member.dueAtMs)
