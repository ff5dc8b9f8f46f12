package org.marrow.bridge

import java.nio.file.Path
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Form
import org.marrow.ffi.Reminder

class ReminderReconcilerTest {
    @TempDir
    lateinit var folder: Path

    private val bench by lazy { Bench(folder) }

    private fun withCase(test: suspend (MarrowClient) -> Unit) = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            client.dispatch(Bench.insertion)
            test(client)
        }
    }

    private fun ids(plan: List<Reminder>) = plan.map { it.id }.toSet()

    @Test
    fun `the system holds exactly the plan, and nothing is done twice`() = withCase { client ->
        val reconciler = ReminderReconciler(client, bench)
        val first = reconciler.reconcile(Bench.android)
        assertTrue(first.failed.isEmpty() && first.plan.reminders.isNotEmpty())
        assertEquals(ids(first.plan.reminders), bench.held.keys)
        assertTrue(reconciler.reconcile(Bench.android).plan.steps.isEmpty())

        bench.minutes = 30
        client.dispatch(Bench.command(Form.Disinfect(DisinfectForm())))
        val then = reconciler.reconcile(Bench.android)
        assertTrue(then.plan.steps.isNotEmpty())
        assertEquals(ids(then.plan.reminders), bench.held.keys)
    }

    @Test
    fun `after a boot all is held again`() = withCase { client ->
        val reconciler = ReminderReconciler(client, bench)
        val before = reconciler.reconcile(Bench.android).plan.reminders
        bench.held.clear()
        reconciler.reconcile(Bench.android)
        assertEquals(ids(before), bench.held.keys)
    }

    @Test
    fun `one that is refused keeps no other from being held, and is tried again`() = withCase { client ->
        var refuses = 1
        val grudging = object : ReminderPort by bench {
            override fun hold(reminder: Reminder) {
                if (refuses-- > 0) throw SecurityException("no exact wake-ups")
                bench.hold(reminder)
            }
        }
        val reconciler = ReminderReconciler(client, grudging)
        val first = reconciler.reconcile(Bench.android)
        assertEquals(1, first.failed.size)
        assertEquals(ids(first.plan.reminders) - first.failed.keys, bench.held.keys)
        val second = reconciler.reconcile(Bench.android)
        assertEquals(1, second.plan.steps.size)
        assertEquals(ids(second.plan.reminders), bench.held.keys)
    }
}
