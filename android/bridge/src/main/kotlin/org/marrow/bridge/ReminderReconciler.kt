package org.marrow.bridge

import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.ReminderPlan
import org.marrow.ffi.ReminderStep

/** What a reconciliation came to. */
data class Reconciled(
    /** The plan that was worked on. */
    val plan: ReminderPlan,
    /** Ids of the steps that the operating system refused, each with what it threw. */
    val failed: Map<String, Exception>,
    /**
     * What the plan still lacks, by what the system said it holds afterwards: what it refused, what it took and dropped
     * without a word, and what was not cancelled because of that. Empty: it holds exactly the plan.
     */
    val left: List<ReminderStep>,
)

/**
 * Makes the operating system hold exactly the reminders of the plan. Every trigger ends here: a command, a boot, a
 * clock that was set, a periodic job. It may be killed at any point; the next one goes on from what is really held.
 */
class ReminderReconciler(private val client: MarrowClient, private val port: ReminderPort) {
    private val oneAtATime = Mutex()

    suspend fun reconcile(caps: PlatformCaps): Reconciled = oneAtATime.withLock {
        client.report(port.held(), caps)
        val plan = client.reminders(caps)
        val failed = mutableMapOf<String, Exception>()
        var taken = false
        var refused = false
        for (step in plan.steps) {
            // A system that takes nothing new is left with what it has: a late ring is better than none.
            if (step is ReminderStep.Cancel && refused && !taken) continue
            try {
                carryOut(step)
                taken = taken || step is ReminderStep.Hold
            } catch (thrown: Exception) {
                // One that is refused must not keep the rest from being held.
                refused = refused || step is ReminderStep.Hold
                failed[step.id] = thrown
            }
        }
        if (plan.steps.isEmpty()) return@withLock Reconciled(plan, failed, left = emptyList())
        // The system may take a reminder and not keep it: what it holds is asked, not assumed.
        client.report(port.held(), caps)
        Reconciled(plan, failed, left = client.reminders(caps).steps)
    }

    private fun carryOut(step: ReminderStep) = when (step) {
        is ReminderStep.Hold -> port.hold(step.reminder)
        is ReminderStep.Cancel -> port.cancel(step.id)
    }

    private val ReminderStep.id
        get() = when (this) {
            is ReminderStep.Hold -> reminder.id
            is ReminderStep.Cancel -> id
        }
}
