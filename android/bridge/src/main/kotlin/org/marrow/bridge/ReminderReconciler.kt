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
    val failed: Map<String, Throwable>,
)

/**
 * Makes the operating system hold exactly the reminders of the plan. Every trigger ends here: a command, a boot, a
 * clock that was set, a periodic job. It may be killed at any point; the next one goes on from what is really held.
 */
class ReminderReconciler(private val client: MarrowClient, private val port: ReminderPort) {
    private val oneAtATime = Mutex()

    suspend fun reconcile(caps: PlatformCaps): Reconciled = oneAtATime.withLock {
        client.report(port.held())
        val plan = client.reminders(caps)
        val failed = mutableMapOf<String, Throwable>()
        for (step in plan.steps) {
            val id = when (step) {
                is ReminderStep.Hold -> step.reminder.id
                is ReminderStep.Cancel -> step.id
            }
            // One that is refused must not keep the rest from being held.
            runCatching { carryOut(step) }.onFailure { failed[id] = it }
        }
        client.report(port.held())
        Reconciled(plan, failed)
    }

    private fun carryOut(step: ReminderStep) = when (step) {
        is ReminderStep.Hold -> port.hold(step.reminder)
        is ReminderStep.Cancel -> port.cancel(step.id)
    }
}
