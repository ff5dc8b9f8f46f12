package org.marrow.desktop.window

import java.io.File
import java.util.concurrent.TimeUnit

/** A display of its own that nobody sees, so that the test's mouse and keyboard are nobody's. */
class Display private constructor(private val server: Process, private val name: String) : AutoCloseable {
    /** Runs a program of these tests there in a process of its own: what it wrote, and whether it came to a good end. */
    fun run(main: String, vararg arguments: String): Pair<String, Boolean> {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val of = listOf("jna.library.path").map { "-D$it=${System.getProperty(it)}" }
        val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val wrote = File.createTempFile("window", ".txt")
        val program = ProcessBuilder(listOf(java, "-Djava.awt.headless=false") + of + listOf("-cp", path, main) + arguments)
            .redirectErrorStream(true).redirectOutput(wrote).apply { environment()["DISPLAY"] = name }.start()
        val ended = program.waitFor(PATIENCE_S, TimeUnit.SECONDS)
        if (!ended) program.destroyForcibly().waitFor()
        return (wrote.readText() to (ended && program.exitValue() == 0)).also { wrote.delete() }
    }

    override fun close() {
        server.destroy()
        server.waitFor()
    }

    companion object {
        private const val PATIENCE_S = 300L

        /** None where this machine has no display server to start. */
        fun open(): Display? {
            val server = try {
                ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "640x1200x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start()
            } catch (_: java.io.IOException) {
                return null
            }
            // It names the number that it took once it is ready.
            val number = server.inputStream.bufferedReader().readLine() ?: error("Xvfb ended with ${server.waitFor()}")
            return Display(server, ":$number")
        }
    }
}
