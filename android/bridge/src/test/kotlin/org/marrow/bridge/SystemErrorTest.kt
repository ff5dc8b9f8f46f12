package org.marrow.bridge

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.MarrowException

/** Errors that the system has to be brought to, in processes of their own. Linux, without asking for root. */
@EnabledOnOs(OS.LINUX, disabledReason = "limits, mounts and locks are Linux's here")
class SystemErrorTest {
    @TempDir
    lateinit var folder: Path

    /** The kind that a child met; all that it said is silent about the patient. */
    private fun kindOf(said: String): String {
        Planted.assertSilent(said)
        return said.lineSequence().first()
    }

    /** What was acknowledged is there, and nothing else. */
    private fun assertKept(said: String) {
        val counts = Regex("acknowledged (\\d+), there (\\d+)").find(said)
        val (acknowledged, there) = requireNotNull(counts) { said }.destructured
        assertTrue(acknowledged.toInt() > 1, said)
        assertEquals(acknowledged, there)
    }

    @Test
    fun `a file that may not grow`() {
        // The limit is in blocks of 512 bytes, as POSIX has it.
        val said = Child.run("fill", folder, "ulimit -f 1000; exec")
        assertEquals("Io", kindOf(said))
        assertKept(said)
    }

    @Test
    fun `a full disk`() {
        inSmallWorld("fill") { said ->
            assertEquals("DiskFull", kindOf(said))
            assertKept(said)
        }
    }

    @Test
    fun `a disk that can only be read`() {
        // Nobody may make a file there, not even root.
        val said = Child.run("open", Path.of("/sys/kernel"))
        assertEquals("ReadOnly", kindOf(said))
        // Left as a killed app leaves it. (One that was closed has no -wal: SQLite cannot even read it there, an `Io`.)
        Child.run("leave", folder)
        val here = folder.toAbsolutePath()
        inWorld("mount --bind '$here' '$here' && mount -o remount,bind,ro '$here' && exec", "open") { of ->
            assertEquals("ReadOnly", kindOf(of))
        }
    }

    @Test
    fun `a store that another process holds`() = runBlocking {
        Bench(folder).open().use { client ->
            client.dispatch(Planted.opening)
            val holder = Child.start("hold", folder)
            try {
                assertEquals("held", holder.inputStream.bufferedReader().readLine())
                val thrown = runCatching { client.dispatch(Bench.insertion) }.exceptionOrNull()
                assertTrue(thrown is MarrowException.Busy, "got $thrown")
                Planted.assertSilent(thrown!!)
            } finally {
                holder.outputStream.run { write('\n'.code); close() }
                holder.waitFor(1, TimeUnit.MINUTES)
            }
            client.dispatch(Bench.insertion)
            assertEquals(2, client.case(Bench.case).record.size)
        }
    }

    /** On a disk of half a megabyte. */
    private fun inSmallWorld(deed: String, test: (String) -> Unit) =
        inWorld("mount -t tmpfs -o size=500k none '${folder.toAbsolutePath()}' && exec", deed, test)

    private fun inWorld(shell: String, deed: String, test: (String) -> Unit) {
        val world = arrayOf("unshare", "--mount", "--map-root-user")
        val may = runCatching { ProcessBuilder(*world, "mount", "-t", "tmpfs", "none", "/mnt").start().waitFor() }
        if (may.getOrNull() != 0) {
            // Said even by a run that is told to be quiet.
            System.err.println("warning: NOT TESTED HERE: full and read-only disks; $NO_WORLD")
        }
        assumeTrue(may.getOrNull() == 0, NO_WORLD)
        test(Child.run(deed, folder, shell, *world))
    }

    companion object {
        private const val NO_WORLD = "this system lets nobody mount in a world of his own (unshare --mount)"

        /** The kinds that are provoked here. */
        val kinds = setOf(
            MarrowException.DiskFull::class, MarrowException.ReadOnly::class, MarrowException.Busy::class,
            MarrowException.Io::class,
        )
    }
}
