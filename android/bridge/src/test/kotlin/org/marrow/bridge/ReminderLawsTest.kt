package org.marrow.bridge

import java.nio.file.Path
import java.util.UUID
import kotlin.random.Random
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.AdequateVolumeForm
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.FlushForm
import org.marrow.ffi.Form
import org.marrow.ffi.MarrowException
import org.marrow.ffi.NoteForm
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.ProductClass
import org.marrow.ffi.ProductForm
import org.marrow.ffi.Reminder
import org.marrow.ffi.ReminderStep

/** What holds of a reconciliation whatever the operating system does. Each failure names its seed. */
class ReminderLawsTest {
    @TempDir
    lateinit var folder: Path

    /** As iOS has it: the plan stays a little below what the system has room for. */
    private val caps: PlatformCaps = Bench.android.copy(maxPending = 20u)
    private val room = 24

    /** A phone whose app may be killed and started anew, on an operating system that stays. */
    private inner class Phone(val seed: Int) : AutoCloseable {
        val luck = Random(seed)
        val system = FakeSystem(luck)
        private val bench = Bench(folder)
        private val path = folder.resolve("$seed-${UUID.randomUUID()}.db").toString()
        private val cases = mutableListOf<UUID>()
        private var clockAnswers = Int.MAX_VALUE
        var killed = 0
        lateinit var client: MarrowClient
        lateinit var reconciler: ReminderReconciler

        suspend fun start() {
            system.answers = Int.MAX_VALUE
            clockAnswers = Int.MAX_VALUE
            val options = OpenOptions(path, UUID(9, 9))
            client = bench.open(clock = ::sample, options = options)
            reconciler = ReminderReconciler(client, system)
        }

        /** The app is gone: of it only what is on the disk is left. */
        suspend fun startAnew() {
            client.close()
            start()
        }

        /** Kills the app before that call of the system, or of the core's. */
        fun dieAt(calls: Int, ofTheCore: Boolean) = if (ofTheCore) clockAnswers = calls else system.answers = calls

        private fun sample() = if (clockAnswers-- <= 0) throw FakeSystem.Killed() else bench.sample()

        fun pass(minutes: Long) {
            bench.minutes += minutes
            system.fire(bench.sample().wallMs)
        }

        suspend fun newCase() {
            val case = UUID(luck.nextLong(), luck.nextLong())
            cases += case
            client.dispatch(Bench.opening.copy(case = case))
            client.dispatch(Bench.insertion.copy(case = case))
        }

        /** Something happens that changes the plan; now and then it is refused. */
        suspend fun something() {
            val form = when (luck.nextInt(6)) {
                0 -> return newCase()
                1 -> Form.AdequateVolume(AdequateVolumeForm())
                2 -> Form.StartProduct(ProductForm(name = "saline", `class` = ProductClass.CRYSTALLOID))
                3 -> Form.Flush(FlushForm(ml = 10.toBigDecimal()))
                4 -> Form.Note(NoteForm("n"))
                else -> Form.Disinfect(DisinfectForm())
            }
            try {
                client.dispatch(Bench.command(form, cases.random(luck)))
            } catch (_: MarrowException.Refused) {
            }
        }

        /** The critical tasks that something pending rings for: the marks at a fingerprint's end. */
        fun covered() = marks(system.pending.values)

        fun marks(of: Collection<Reminder>) = of.flatMap { it.fingerprint.split('+').drop(1) }.toSet()

        /** A pass that may find its end in a kill. Whether it did. */
        suspend fun reconcileToTheDeath(): Boolean {
            val thrown = runCatching { reconciler.reconcile(caps) }.exceptionOrNull()
            if (thrown != null && thrown !is FakeSystem.Killed) throw thrown
            return thrown != null
        }

        suspend fun assertHolds(what: String) {
            val good = reconciler.reconcile(caps)
            assertTrue(good.failed.isEmpty() && good.left.isEmpty(), "$what, seed $seed: ${good.failed} ${good.left}")
            val wanted = good.plan.reminders.associate { it.id to it.fingerprint }
            assertTrue(wanted.isNotEmpty(), "$what, seed $seed: the plan is empty")
            assertEquals(wanted, system.pending.mapValues { it.value.fingerprint }, "$what, seed $seed")
            assertTrue(reconciler.reconcile(caps).plan.steps.isEmpty(), "$what, seed $seed: done twice")
        }

        override fun close() = client.close()
    }

    private fun phones(seeds: IntRange, test: suspend (Phone) -> Unit) = runBlocking {
        for (seed in seeds) {
            Phone(seed).use { phone ->
                phone.start()
                phone.newCase()
                test(phone)
            }
        }
    }

    /** What is pending changes from one plan to the next; no critical task of the next may lose all that rings for it. */
    private suspend fun Phone.watched(pass: suspend () -> Unit) {
        val wanted = marks(client.reminders(caps).reminders)
        val before = covered() intersect wanted
        system.onChange = { assertTrue(covered().containsAll(before), "seed $seed: a critical task has lost its reminder") }
        pass()
        system.onChange = {}
    }

    @Test
    fun `killed anywhere and started anew, it ends at exactly the plan`() = phones(1..3) { phone ->
        phone.system.room = room
        phone.newCase()
        // A pass calls the core four times, and the system as often as there are steps, and twice.
        for ((ofTheCore, calls) in (0 until 4).map { true to it } + (0 until 32).map { false to it }) {
            phone.pass(phone.luck.nextLong(1, 90))
            repeat(3) { phone.something() }
            phone.watched {
                phone.dieAt(calls, ofTheCore)
                val killed = phone.reconcileToTheDeath()
                assertTrue(killed || calls > 1, "seed ${phone.seed}: nothing was killed at call $calls, core: $ofTheCore")
                phone.killed += if (killed) 1 else 0
            }
            phone.startAnew()
            phone.watched { phone.assertHolds("killed at call $calls, core: $ofTheCore") }
        }
        assertTrue(phone.killed > 10, "seed ${phone.seed}: only ${phone.killed} were killed")
    }

    @Test
    fun `whatever the system did, the next good pass ends at exactly the plan`() = phones(100..115) { phone ->
        val system = phone.system
        system.room = room
        repeat(6) {
            phone.pass(phone.luck.nextLong(1, 240))
            phone.something()
            system.keeps = FakeSystem.Keeps.entries.random(phone.luck)
            system.refusal = listOf(0.0, 0.3, 1.0).random(phone.luck)
            system.grip = listOf(0.0, 0.3).random(phone.luck)
            if (phone.luck.nextInt(4) == 0) system.boot()
            if (phone.luck.nextInt(3) == 0) phone.dieAt(phone.luck.nextInt(12), phone.luck.nextBoolean())
            phone.reconcileToTheDeath()
            if (phone.luck.nextBoolean()) system.boot()
            system.refusal = 0.0
            system.grip = 0.0
            phone.startAnew()
            phone.assertHolds("round $it")
        }
    }

    @Test
    fun `what the system refused or dropped is told, each of them`() = phones(200..220) { phone ->
        val system = phone.system
        repeat(3) { phone.newCase() }
        for (keeps in FakeSystem.Keeps.entries) {
            system.keeps = keeps
            system.room = phone.luck.nextInt(1, 12)
            system.refusal = phone.luck.nextDouble(0.0, 0.5)
            val pass = phone.reconciler.reconcile(caps)
            val lacking = pass.plan.reminders.map { it.id }.toSet() - system.pending.keys
            assertTrue(lacking.isNotEmpty(), "seed ${phone.seed}: there was room for all")
            val told = pass.left.filterIsInstance<ReminderStep.Hold>().map { it.reminder.id }.toSet()
            assertTrue(told.containsAll(lacking), "seed ${phone.seed}, $keeps: lost without a word: ${lacking - told}")
            system.boot()
        }
        system.room = room
        system.refusal = 0.0
        phone.assertHolds("with room again")
    }

    @Test
    fun `a system that takes nothing new keeps what rings`() = phones(300..310) { phone ->
        phone.assertHolds("at first")
        phone.system.refusal = 1.0
        repeat(4) {
            phone.pass(phone.luck.nextLong(1, 60))
            phone.something()
            val before = phone.covered()
            val pass = phone.reconciler.reconcile(caps)
            val wanted = pass.plan.steps.filterIsInstance<ReminderStep.Hold>().map { it.reminder.id }.toSet()
            assertTrue(pass.failed.keys.containsAll(wanted), "seed ${phone.seed}: not told")
            assertEquals(before, phone.covered(), "seed ${phone.seed}")
        }
        phone.system.refusal = 0.0
        phone.assertHolds("at last")
    }

    @Test
    fun `a boot forgets all, and all is held again`() = phones(400..405) { phone ->
        phone.assertHolds("before")
        phone.system.boot()
        phone.startAnew()
        phone.assertHolds("after")
    }
}
