package org.marrow.reminders

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.async
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withTimeoutOrNull
import org.marrow.ffi.Fired
import org.marrow.ffi.ReminderMember

/**
 * A reminder fires: is it still true, and what is shown. The core says so; where it cannot, or takes too long, the
 * mirror is believed.
 */
internal class Firing(
    private val core: CorePort,
    private val port: AndroidReminderPort,
    private val mirror: Mirror,
    private val screen: Screen,
    private val shown: Shown,
    private val notes: Notes,
    private val scope: CoroutineScope,
    private val unlocked: () -> Boolean,
) {
    private val oneAtATime = Mutex()

    suspend fun fire(id: String, twin: Boolean) = oneAtATime.withLock {
        val armed = mirror[id]
        // The wake-up whose twin this is did come, or a pass was here before.
        if (armed == null && twin) return@withLock
        // One that nobody sees is not told as shown.
        val unseen = armed?.let { screen.unseen(it.notice) }
        when (val judged = if (unseen == null) judge(id) else null) {
            is Fired.Show -> with(judged) { show(Notice.of(reminder, sinceMs ?: reminder.fireAtMs), reminder.members) }
            is Fired.Suppress -> {}
            null -> armed?.let { show(it.notice, emptyList()) }
        }
        port.cancel(id)
    }

    /** What should have fired and did not: the phone was off, its clock was set, the wake-up was lost. */
    suspend fun fireMissed(nowMs: Long) {
        val late = mirror.all().filter { it.fireAtMs + ON_ITS_WAY_MS <= nowMs }
        // Of one task, only the last says how it stands.
        val last = late.groupBy { it.notice.slot }.map { (_, ofOne) -> ofOne.maxBy { it.fireAtMs } }
        late.filter { it !in last }.forEach { port.cancel(it.id) }
        last.forEach { fire(it.id, twin = false) }
    }

    private fun show(notice: Notice, members: List<ReminderMember>) {
        // Without the core nothing can be recorded, and without members nothing is acted on.
        val actions = if (members.isEmpty()) emptySet() else Act.entries.toSet()
        if (members.isNotEmpty()) shown.put(Shown.Entry(notice, members))
        notes.unseen(screen.show(notice, actions))
    }

    private suspend fun judge(id: String): Fired? {
        if (!unlocked()) return null
        // Apart from this one, because a core that hangs cannot be called off.
        val asked = scope.async { core.fired(id) }
        return try {
            withTimeoutOrNull(PATIENCE_MS) { asked.await() }
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (failed: Exception) {
            notes.closed(failed)
            null
        }
    }

    private companion object {
        /** A wake-up that is late by less may still be on its way. */
        const val ON_ITS_WAY_MS = 60_000L

        /** Android gives a receiver ten seconds. */
        const val PATIENCE_MS = 4_000L
    }
}
