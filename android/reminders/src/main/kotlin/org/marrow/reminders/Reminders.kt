package org.marrow.reminders

import android.content.Context
import android.os.UserManager
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import org.marrow.bridge.MarrowClient
import org.marrow.bridge.Reconciled
import org.marrow.bridge.ReminderReconciler
import org.marrow.ffi.Channel
import org.marrow.ffi.Lang
import org.marrow.ffi.Lateness
import org.marrow.ffi.MarrowException
import org.marrow.ffi.PhoneReport
import org.marrow.ffi.PhoneView
import org.marrow.ffi.ReminderPlan
import org.marrow.ffi.ReminderStep
import org.marrow.ffi.Status

/**
 * Android's part of the reminders. Whatever happens (a command, a boot, a clock that is set, a permission, a reminder
 * that fires, a quarter of an hour) ends in [reconcile], which makes Android hold exactly the core's plan; nothing is
 * ever set from a firing alone.
 *
 * Where the core cannot be asked, before the first unlock or with a store that does not open, what was planned last is
 * held and shown from the [Mirror]: a reminder too many is a nuisance, one too few a hazard.
 */
class Reminders(
    private val context: Context,
    private val core: CorePort,
    private val alarms: AlarmPort = PhoneAlarms(context),
    private val notices: NoticePort = PhoneNotices(context),
    private val now: () -> Long = System::currentTimeMillis,
    /** Where receivers and jobs do their work; a failure of one ends no other. */
    val scope: CoroutineScope = CoroutineScope(SupervisorJob() + Dispatchers.Default),
) {
    private val mirror = Mirror(context)
    private val notes = Notes(context)
    private val shown = Shown(context)
    private val screen = Screen(context, notices)
    private val port = AndroidReminderPort(alarms, mirror) { Epoch.of(context) }
    private val firing = Firing(core, port, mirror, screen, shown, notes, scope, ::unlocked)
    private val oneAtATime = Mutex()

    /** To be called by the Application when it is made, whether the phone is unlocked or not. */
    fun start() {
        ReconcileJob.schedule(context)
        if (!unlocked()) UnlockReceiver.register(context)
    }

    /**
     * Android holds exactly the plan when this returns, or the health says what it does not.
     *
     * @return what the core said; none where it could not be asked.
     */
    suspend fun reconcile(): Pass? = oneAtATime.withLock {
        // First, because a core that hangs must not keep it from being shown.
        firing.fireMissed(now())
        val client = opened()
        screen.prepare(client?.lang)
        val pass = try {
            if (client == null) withoutTheCore() else withTheCore(client)
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (failed: Exception) {
            notes.closed(failed)
            withoutTheCore()
        }
        screen.tidy()
        mirror.flush()
        pass
    }

    /** A wake-up has come. */
    suspend fun fire(id: String, twin: Boolean = false) {
        if (id != TestReminder.ID) return firing.fire(id, twin)
        screen.show(TestReminder.notice(opened()?.lang ?: Lang.EN, now()), emptySet())
    }

    /** Asks Android for a reminder in a moment, on the way that a critical one takes. When it will come. */
    fun test(): Long = (now() + TestReminder.AFTER_MS).also { at ->
        port.ring(Wake(TestReminder.ID), at, Channel.CRITICAL, TestReminder.LINK)
    }

    /** A button of a notification was pressed. What is not recorded stays on the screen and sounds again. */
    suspend fun act(id: String, act: Act) {
        val entry = if (unlocked()) shown[id] else null
        entry ?: return
        val recorder = Recorder(core)
        val failed = entry.members.mapNotNull { recorder.record(act, it) }
        notes.notRecorded(failed.firstOrNull())
        if (failed.isEmpty()) {
            withdraw(entry)
        } else {
            screen.show(entry.notice, Act.entries.toSet())
        }
    }

    /** What no part of it has caught: the next pass makes it good, and until then the health says so. */
    internal fun failed(why: Throwable) = notes.closed(why)

    fun health(): ReminderHealth = HealthReader(context, alarms, notices, mirror, notes).read()

    private suspend fun withTheCore(client: MarrowClient): Pass {
        val before = health()
        // A clock that was set goes on record before anything is planned by it.
        var told = tell(client, before)
        val done = ReminderReconciler(client, port).reconcile(before.caps())
        port.forgetAllBut(done.plan.reminders.map { it.id }.toSet() + done.plan.keep)
        mirror.timers = done.plan.running.map { Notice.of(it) }
        screen.run(mirror.timers)
        withdrawDone(client)
        notes.reconciled(now(), done.plan.coverageUntilMs, refused(done))
        val after = health()
        if (after.canFail != before.canFail) told = tell(client, after)
        return Pass(done.plan, told?.lateness)
    }

    private suspend fun tell(client: MarrowClient, health: ReminderHealth): PhoneView? = try {
        client.phone(PhoneReport(health.canFail, core.storageLow()))
    } catch (_: MarrowException) {
        // What stands in the record about the phone is worth less than a plan.
        null
    }

    private fun withoutTheCore(): Pass? {
        notes.refused(port.rearm().mapValues { Notes.name(it.value) })
        screen.run(mirror.timers.filter { it.atMs > now() })
        return null
    }

    /** Everything that Android does not hold as planned, each with a name for why. */
    private fun refused(done: Reconciled): Map<String, String> {
        val dropped = done.left.filterIsInstance<ReminderStep.Hold>().associate { it.reminder.id to "NotHeld" }
        return dropped + done.failed.mapValues { Notes.name(it.value) }
    }

    /** What was done since it was shown goes off the screen. */
    private suspend fun withdrawDone(client: MarrowClient) {
        for (entry in shown.all()) {
            val open = entry.members.any { member ->
                val tasks = try {
                    client.case(member.case).tasks
                } catch (_: MarrowException.NotFound) {
                    emptyList()
                }
                tasks.any { it.step == member.step && (it.status != Status.UPCOMING || it.dueAtMs == member.dueAtMs) }
            }
            if (!open) withdraw(entry)
        }
    }

    private fun withdraw(entry: Shown.Entry) {
        screen.withdraw(entry.notice.slot)
        shown.remove(entry.notice.id)
    }

    private suspend fun opened(): MarrowClient? = if (!unlocked()) null else try {
        core.client()
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (failed: Exception) {
        notes.closed(failed)
        null
    }

    private fun unlocked() = context.getSystemService(UserManager::class.java).isUserUnlocked
}

/** What a pass with the core came to. */
data class Pass(
    val plan: ReminderPlan,
    /** How late reminders come on this phone; none: too few came to say. */
    val lateness: Lateness?,
)
