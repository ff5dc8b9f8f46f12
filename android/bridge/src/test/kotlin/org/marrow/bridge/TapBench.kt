package org.marrow.bridge

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.WRITE
import java.util.Locale
import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.CheckContext
import org.marrow.ffi.CheckForm
import org.marrow.ffi.Command
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.FlushForm
import org.marrow.ffi.Form
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Lang
import org.marrow.ffi.Marrow
import org.marrow.ffi.NoteForm
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Pulse
import org.marrow.ffi.Screen
import org.marrow.ffi.Side
import org.marrow.ffi.Site

/**
 * How long a tap takes from Kotlin, and where it goes: each part beside the others in the same goes, in wall time and in
 * processor time of the thread that ran it, which hardly depends on what else the machine does. Prints, and asserts
 * nothing about time; not among the tests that a plain run takes, because its name does not end in "Test".
 * docs/performance.md says how to run it.
 */
class TapBench {
    @TempDir
    lateinit var folder: Path

    private val cases = List(10) { UUID(6, it.toLong()) }
    private val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
    private val collectors = ManagementFactory.getGarbageCollectorMXBeans()
    private val rows = linkedMapOf<String, Row>()

    private class Row {
        val wall = LongArray(GOES)
        val busy = LongArray(GOES)
    }

    /** What is recorded n-th. */
    private fun deed(n: Int) = when (n % 4) {
        0 -> Form.Disinfect(DisinfectForm(agent = "chlorhexidine 2 %", dried = true))
        1 -> Form.Note(NoteForm("Family is here; asks whether the arm may be moved."))
        2 -> Form.Flush(FlushForm(ml = 10.toBigDecimal(), resistance = false))
        else -> Form.Check(CheckForm(context = CheckContext.SCHEDULED, pulse = Pulse.STRONG, firm = true, leak = false))
    }

    /** Ten cases of a hundred entries. */
    private suspend fun ward(bench: Bench, record: suspend (Command) -> Unit) {
        val bones = listOf(Site.PROXIMAL_TIBIA, Site.DISTAL_TIBIA, Site.PROXIMAL_HUMERUS)
        for ((n, case) in cases.withIndex()) {
            record(Bench.opening.copy(case = case))
            record(Bench.command(Form.Insert(InsertForm("ez-io", bones[n % 3], Side.LEFT)), case))
        }
        repeat(98) { n ->
            bench.minutes += 12
            cases.forEach { record(Bench.command(deed(n), it)) }
        }
    }

    private fun store(name: String) = Bench(Files.createDirectories(folder.resolve(name)))

    @Test
    fun `a tap and its parts`() = runBlocking {
        val (bench, past) = store("client") to store("past")
        val client = bench.open(lang = Lang.ES)
        ward(bench) { client.dispatch(it) }
        val core = Marrow.open(bytes(1), bytes(2), OpenOptions(past.path.toString(), UUID(9, 9)))
        ward(past) { core.dispatch(it, Lang.ES, past.sample()) }
        val now = past.sample()
        val disk = FileChannel.open(folder.resolve("disk"), CREATE, WRITE)
        val (here, there) = Thread.currentThread().id to client.thread()
        var before = collections()
        for (n in -WARM until GOES) {
            if (n == 0) before = collections()
            // Over all cases, so that none grows much.
            val case = cases[Math.floorMod(n, cases.size)]
            val command = Bench.command(deed(Math.floorMod(n, 4)), case)
            val screen = Screen(case, NEWEST)
            timed("the disk: four pages written and synced", n, here) { disk.write(ByteBuffer.allocateDirect(4 * 4_096)); disk.force(false) }
            timed("a bare uniffi call: nothing but the crossing", n, here) { core.uniffiCloneHandle() }
            timed("the client alone: its thread and back", n, there) { client.show(null) }
            client.show(case)
            timed("a tap through the client", n, there) { client.dispatch(command) }
            timed("the same past the client", n, here) { core.dispatch(command, Lang.ES, now, screen) }
            timed("recorded, then the case anew: no board", n, here) {
                core.dispatch(command, Lang.ES, now)
                core.case(case, NEWEST, Lang.ES, now)
            }
            timed("recording alone, shown nothing", n, here) { core.dispatch(command, Lang.ES, now) }
            timed("its preview: nothing is written", n, here) { core.preview(command, Lang.ES, now) }
            timed("the board", n, here) { core.board(Lang.ES, now) }
            timed("the case, its newest $NEWEST entries", n, here) { core.case(case, NEWEST, Lang.ES, now) }
            timed("the case, its newest entry", n, here) { core.case(case, 1u, Lang.ES, now) }
        }
        println("TapBench, $GOES goes, ${Runtime.getRuntime().availableProcessors()} processors, collections in them: ${collections() - before}")
        println("%-46s %31s   %31s".format("", "wall ms: median   95 %   99 %   best", "processor ms: the same"))
        rows.forEach { (name, row) -> println("%-46s %s   %s".format(name, row.wall.told(), row.busy.told())) }
        client.close()
        core.closeStore()
    }

    private fun bytes(of: Byte): ByteBuffer = ByteBuffer.allocateDirect(32).apply { while (hasRemaining()) put(of) }.flip()

    private fun collections() = collectors.sumOf { it.collectionCount }

    /** The thread of a client's calls. */
    private suspend fun MarrowClient.thread(): Long {
        info()
        return threads.getThreadInfo(threads.allThreadIds).first { it?.threadName.orEmpty().startsWith("marrow") }.threadId
    }

    private suspend fun timed(name: String, go: Int, thread: Long, call: suspend () -> Unit) {
        val row = rows.getOrPut(name) { Row() }
        val busy = threads.getThreadCpuTime(thread)
        val from = System.nanoTime()
        call()
        if (go < 0) return
        row.wall[go] = System.nanoTime() - from
        row.busy[go] = threads.getThreadCpuTime(thread) - busy
    }

    private fun LongArray.told(): String {
        sort()
        return listOf(GOES / 2, GOES * 95 / 100, GOES * 99 / 100, 0).joinToString(" ") { "%7.3f".format(Locale.ROOT, this[it] / 1e6) }
    }

    private companion object {
        const val NEWEST = 50u
        const val WARM = 1_000
        const val GOES = 600
    }
}
