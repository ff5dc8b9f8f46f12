package org.marrow.ui.bench

import androidx.compose.material3.Text
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import java.io.File
import java.lang.management.ManagementFactory
import java.util.Locale
import java.util.UUID
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import org.junit.jupiter.api.Test
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.flow.FakeHost
import org.marrow.ui.flow.Flow
import org.marrow.ui.flow.MarrowScreens
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.nav.Place
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward

/**
 * How long a person waits for the screens. Prints, and asserts nothing about time; not among the tests that a plain run
 * takes, because its name does not end in "Test". docs/performance.md says how to run it.
 */
class ScreensBench {
    private val stories = Stories(Lang.ES)

    @Test
    fun `cold to the first board`() = Ward(Lang.ES, Ward.NIGHT).use { ward ->
        fill(ward)
        println("ScreensBench, a cold process to its first board, ms; ${processors()} processors, load ${load()}")
        row("50 cases of 20 entries, inside", List(COLD) { cold(ward.path) })
        Ward(Lang.ES, Ward.NIGHT).use { empty -> row("an empty store, inside", List(COLD) { cold(empty.path) }) }
    }

    private fun fill(ward: Ward) = (1L..50).forEach { n ->
        val bed = UUID(50, n)
        ward.play(
            stories.admitted(bed, "B $n", -600, "ez-io", Site.PROXIMAL_TIBIA, Side.LEFT) +
                stories.checks(bed, *LongArray(15) { -560 + it * 35L }) + stories.disinfected(bed, -290, -10),
        )
    }

    private fun cold(store: String): Double {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val library = "-Djna.library.path=${System.getProperty("jna.library.path")}"
        val child = ProcessBuilder(java, library, "-cp", path, "org.marrow.ui.bench.ColdKt", store).redirectErrorStream(true).start()
        val wrote = child.inputStream.bufferedReader().readText()
        return wrote.trim().toDoubleOrNull() ?: error(wrote)
    }

    @Test
    fun `a tap to the new state`() = onScreen { ward, flow, screen ->
        ward.play(stories.board())
        screen.until { flow.times.nowMs == ward.nowMs && flow.catalogue != null }
        flow.go(Place.Case(stories.bed7))
        screen.until { flow.place is Place.Case }
        val state = mutableListOf<Double>()
        val drawn = mutableListOf<Double>()
        val bare = mutableListOf<Double>()
        repeat(WARM + TAPS) { n ->
            val had = ward.client.shown.value!!.entries
            screen.idle()
            val asked = System.nanoTime()
            ward.ask { info() }
            val from = System.nanoTime()
            flow.act { flow.record(stories.bed7, Form.Disinfect(DisinfectForm(agent = "clorhexidina")), undoable = true) }
            screen.until { ward.client.shown.value!!.entries > had }
            val known = System.nanoTime()
            screen.settle()
            val done = System.nanoTime()
            if (n >= WARM) {
                bare += (from - asked) / 1e6
                state += (known - from) / 1e6
                drawn += (done - from) / 1e6
            }
        }
        println("ScreensBench, a tap in a case, $TAPS goes, ms; ${processors()} processors, load ${load()}")
        row("a cheap call through the client: info", bare)
        row("until the new state is known", state)
        row("until it is composed, laid out and drawn", drawn)
    }

    @Test
    fun `allocations while only a timer runs`() = onScreen { ward, flow, screen ->
        ward.play(stories.pressing())
        screen.until { flow.times.nowMs == ward.nowMs && flow.catalogue != null }
        println("ScreensBench, allocated by the screen's thread, KB for each second that passes; load ${load()}")
        val board = passing(ward, screen)
        flow.go(listOf(Place.Case(stories.bed9), Place.Removal(stories.bed9)))
        screen.until { flow.place is Place.Removal }
        println("%-44s %8.0f".format(Locale.ROOT, "the board, nothing changes", board))
        println("%-44s %8.0f".format(Locale.ROOT, "a countdown, drawn each second", passing(ward, screen)))
    }

    private fun passing(ward: Ward, screen: Screen): Double {
        val threads = ManagementFactory.getThreadMXBean() as com.sun.management.ThreadMXBean
        val me = Thread.currentThread().id
        var from = 0L
        repeat(SECONDS + 2) { n ->
            if (n == 2) from = threads.getThreadAllocatedBytes(me)
            ward.at(0, n.toLong())
            screen.run(TICKS_MS)
        }
        return (threads.getThreadAllocatedBytes(me) - from) / 1024.0 / SECONDS
    }

    private fun onScreen(work: (Ward, Flow, Screen) -> Unit) = Ward(Lang.ES, Ward.NIGHT).use { ward ->
        ward.at(0)
        val screen = Screen()
        val scope = CoroutineScope(SupervisorJob() + screen.thread)
        val flow = Flow(ward.client, FakeHost(ward), scope)
        flow.begin()
        screen.show { MarrowTheme(false, Roboto) { MarrowScreens(flow) { Text(it.text) } } }
        try {
            work(ward, flow, screen)
        } finally {
            scope.cancel()
            screen.close()
        }
    }

    private fun row(name: String, took: List<Double>) {
        val sorted = took.sorted()
        val at = { share: Int -> sorted[(sorted.size * share / 100).coerceAtMost(sorted.size - 1)] }
        println("%-44s median %8.2f   95 %% %8.2f   best %8.2f".format(Locale.ROOT, name, at(50), at(95), sorted[0]))
    }

    private fun processors() = Runtime.getRuntime().availableProcessors()

    private fun load() = "%.1f".format(Locale.ROOT, ManagementFactory.getOperatingSystemMXBean().systemLoadAverage)

    private companion object {
        const val COLD = 7
        const val WARM = 30
        const val TAPS = 100
        const val SECONDS = 10

        /** Longer than the flow takes to notice that the clock has moved. */
        const val TICKS_MS = 350L
    }
}

/** A phone's screen at one pixel a dp, and its thread: the caller's own. */
private class Screen : AutoCloseable {
    private val tasks = LinkedBlockingQueue<Runnable>()
    private var scene: ImageComposeScene? = null

    val thread = object : CoroutineDispatcher() {
        override fun dispatch(context: CoroutineContext, block: Runnable) = tasks.put(block)
    }

    fun show(page: @androidx.compose.runtime.Composable () -> Unit) {
        scene = ImageComposeScene(WIDTH, HEIGHT, Density(1f), thread) { page() }
        settle()
    }

    fun until(holds: () -> Boolean) {
        while (!holds()) step(1)
    }

    /** All that is asked for is composed and drawn. */
    fun settle() {
        do step(0) while (tasks.isNotEmpty() || scene!!.hasInvalidations())
    }

    fun idle() = run(IDLE_MS)

    fun run(ms: Long) {
        val end = System.nanoTime() + ms * 1_000_000
        while (System.nanoTime() < end) step(5)
    }

    private fun step(waitMs: Long) {
        var task = if (waitMs == 0L) tasks.poll() else tasks.poll(waitMs, TimeUnit.MILLISECONDS)
        while (task != null) {
            task.run()
            task = tasks.poll()
        }
        scene?.let { if (it.hasInvalidations()) it.render(System.nanoTime()).close() }
    }

    override fun close() {
        scene?.close()
    }

    private companion object {
        const val WIDTH = 411
        const val HEIGHT = 891
        const val IDLE_MS = 40L
    }
}
