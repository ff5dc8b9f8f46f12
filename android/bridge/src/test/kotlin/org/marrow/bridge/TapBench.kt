package org.marrow.bridge

import java.nio.ByteBuffer
import java.nio.file.Path
import java.util.Locale
import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.CheckContext
import org.marrow.ffi.CheckForm
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.FlushForm
import org.marrow.ffi.Form
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Lang
import org.marrow.ffi.Marrow
import org.marrow.ffi.NoteForm
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Pulse
import org.marrow.ffi.Side
import org.marrow.ffi.Site

/**
 * How long a tap takes from Kotlin. Prints, and asserts nothing about time; not among the tests that a plain run takes,
 * because its name does not end in "Test". docs/performance.md says how to run it.
 */
class TapBench {
    @TempDir
    lateinit var folder: Path

    private val bench by lazy { Bench(folder) }
    private val cases = List(10) { UUID(6, it.toLong()) }

    /** What is recorded n-th. */
    private fun deed(n: Int) = when (n % 4) {
        0 -> Form.Disinfect(DisinfectForm(agent = "chlorhexidine 2 %", dried = true))
        1 -> Form.Note(NoteForm("Family is here; asks whether the arm may be moved."))
        2 -> Form.Flush(FlushForm(ml = 10.toBigDecimal(), resistance = false))
        else -> Form.Check(CheckForm(context = CheckContext.SCHEDULED, pulse = Pulse.STRONG, firm = true, leak = false))
    }

    private suspend fun ward(client: MarrowClient) {
        val bones = listOf(Site.PROXIMAL_TIBIA, Site.DISTAL_TIBIA, Site.PROXIMAL_HUMERUS)
        for ((n, case) in cases.withIndex()) {
            client.dispatch(Bench.opening.copy(case = case))
            client.dispatch(Bench.command(Form.Insert(InsertForm("ez-io", bones[n % 3], Side.LEFT)), case))
        }
        repeat(98) { n ->
            bench.minutes += 12
            cases.forEach { client.dispatch(Bench.command(deed(n), it)) }
        }
    }

    @Test
    fun `a tap beside a bare call`() = runBlocking {
        bench.open(lang = Lang.ES).use { client ->
            ward(client)
            assertEquals(List(10) { 100 }, cases.map { client.case(it).record.size })
            client.show(cases[0])
            val taps = LongArray(TAPS)
            val previews = LongArray(TAPS)
            val views = LongArray(TAPS)
            val info = LongArray(TAPS)
            val bare = LongArray(TAPS)
            val raw = Marrow.open(bytes(1), bytes(2), OpenOptions("$folder/bare.db", UUID(9, 9)))
            for (n in -WARM until TAPS) {
                // Over all cases, so that none grows much.
                val case = cases[Math.floorMod(n, cases.size)]
                client.show(case)
                val command = Bench.command(deed(Math.floorMod(n, 4)), case)
                fun keep(into: LongArray, took: Long) = if (n >= 0) into[n] = took else Unit
                keep(previews, timed { client.preview(command) })
                keep(taps, timed { client.dispatch(command) })
                keep(views, timed { client.case(case) })
                keep(info, timed { client.info() })
                keep(bare, timed { raw.uniffiCloneHandle() })
            }
            println("TapBench, $TAPS goes, ${Runtime.getRuntime().availableProcessors()} processors; ms")
            println("%-44s %8s %8s %8s".format("", "median", "99 %", "best"))
            row("a bare uniffi call: nothing but the crossing", bare)
            val base = row("a cheap one through the client: info", info)
            for ((name, took) in listOf(
                "a tap: dispatch, board and case anew" to taps,
                "of these: its preview (nothing is written)" to previews,
                "of these: the case anew" to views,
            )) {
                val median = row(name, took)
                println("%-44s %8s".format("    beside info", "x %.1f".format(Locale.ROOT, median / base)))
            }
        }
    }

    private fun bytes(of: Byte) = ByteBuffer.allocateDirect(32).also { while (it.hasRemaining()) it.put(of) }.flip() as ByteBuffer

    private suspend fun timed(call: suspend () -> Unit): Long {
        val from = System.nanoTime()
        call()
        return System.nanoTime() - from
    }

    /** Prints a row and gives its median. */
    private fun row(name: String, took: LongArray): Double {
        took.sort()
        val ms = { at: Int -> took[at] / 1e6 }
        println("%-44s %8.3f %8.3f %8.3f".format(Locale.ROOT, name, ms(TAPS / 2), ms(TAPS * 99 / 100), ms(0)))
        return ms(TAPS / 2)
    }

    private companion object {
        const val WARM = 1_000
        const val TAPS = 400
    }
}
