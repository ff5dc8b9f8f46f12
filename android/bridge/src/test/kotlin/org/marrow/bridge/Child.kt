package org.marrow.bridge

import java.io.RandomAccessFile
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.runBlocking
import org.marrow.ffi.Form
import org.marrow.ffi.MarrowException
import org.marrow.ffi.NoteForm

/** What a test wants done in a process of its own: one that lacks room, or that holds what this one wants. */
object Child {
    /** SQLite's byte for whoever writes: see its `os_unix.c`, `UNIX_SHM_BASE`. */
    private const val WRITER = 120L

    @JvmStatic
    fun main(args: Array<String>) {
        val (deed, folder) = args
        when (deed) {
            "leave" -> runBlocking {
                Bench(Path.of(folder)).open().dispatch(Planted.opening)
                Runtime.getRuntime().halt(0)
            }
            "open" -> runBlocking { say(runCatching { Bench(Path.of(folder)).open() }) }
            "fill" -> runBlocking { fill(Bench(Path.of(folder))) }
            "hold" -> RandomAccessFile("$folder/marrow.db-shm", "rw").use { file ->
                file.channel.lock(WRITER, 1, false).use {
                    println("held")
                    readln()
                }
            }
            else -> error(deed)
        }
    }

    /** Notes until one fails; then all that were acknowledged must be there, and no other. */
    private suspend fun fill(bench: Bench) {
        val client = bench.open()
        client.dispatch(Planted.opening)
        var written = 1
        val failed = runCatching {
            while (true) {
                client.dispatch(Bench.command(Form.Note(NoteForm(Planted.NAME.repeat(200)))))
                written++
            }
        }
        say(failed)
        println("acknowledged $written, there ${client.case(Bench.case).record.size}")
        client.close()
    }

    /** The exception's kind, then all that it says. */
    private fun say(tried: Result<Any?>) {
        val failed = tried.exceptionOrNull()
        println((failed as? MarrowException)?.javaClass?.simpleName ?: "no error of ours: $failed")
        println(failed?.stackTraceToString())
    }

    /** Starts one, by way of a shell: its words come before the call of Java. */
    fun start(deed: String, folder: Path, shell: String = "exec", vararg wrapper: String): Process {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val library = "-Djna.library.path=" + System.getProperty("jna.library.path")
        val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val call = listOf(java, library, "-cp", classes, Child::class.java.name, deed, folder.toString())
        return ProcessBuilder(listOf(*wrapper, "sh", "-c", "$shell \"\$@\"", "sh") + call)
            .redirectErrorStream(true)
            .start()
    }

    /** Runs one to its end: all that it said. */
    fun run(deed: String, folder: Path, shell: String = "exec", vararg wrapper: String): String {
        val child = start(deed, folder, shell, *wrapper)
        val said = child.inputStream.bufferedReader().readText()
        check(child.waitFor(1, TimeUnit.MINUTES)) { "a child does not end" }
        return said
    }
}
