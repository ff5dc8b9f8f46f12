package org.marrow.app

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** What of the build for phones can be looked at where it cannot be run. */
class BuildTest {
    private val android = File(System.getProperty("marrow.tree"), "android")
    private val scripts = listOf("build.gradle.kts", "settings.gradle.kts") + MODULES.map { "$it/build.gradle.kts" }
    private val said = scripts.associateWith { File(android, it).readText() }

    private fun found(pattern: String, text: String = said.values.joinToString("\n")) =
        Regex(pattern).findAll(text).map { it.groupValues[1] }.toSet()

    @Test
    fun `each entry of the catalogue is used, and what is used is in it`() {
        val catalogue = File(android, "gradle/libs.versions.toml").readText()
        val sections = catalogue.split(Regex("(?m)^\\[")).drop(1).associate { it.substringBefore(']') to it.substringAfter(']') }
        val entries = { section: String -> found("(?m)^([a-z0-9-]+) = ", sections.getValue(section)) }
        val name = { entry: String -> entry.replace('-', '.') }
        assertEquals(entries("libraries").map(name).toSet(), found("""\(libs\.((?!plugins|versions)[a-z0-9.]+)\)""") + found("""platform\(libs\.([a-z0-9.]+)\)"""))
        assertEquals(entries("plugins").map(name).toSet(), found("""libs\.plugins\.([a-z.]+)\)"""))
        val versions = found("version\\.ref = \"([a-z0-9-]+)\"", catalogue) + found("""libs\.versions\.([a-z0-9]+)\.get""")
        assertEquals(entries("versions"), versions)
    }

    @Test
    fun `every module is one of the tree's, and every folder and file that is named is there`() {
        assertEquals(MODULES.toSet(), found("""include\(([^)]*)\)""").single().let { found("\":([a-z]+)\"", it) })
        var named = 0
        for ((script, text) in said) {
            for (path in found("\"((?:\\.\\./|src/)[a-zA-Z0-9_./-]+)\"", text)) {
                named++
                // What the core's own build leaves is made first, and is not in the tree.
                if ("/target/" in path) continue
                assertTrue("$script: $path", File(File(android, script).parentFile, path).exists())
            }
        }
        assertTrue("$named", named >= 3)
    }

    @Test
    fun `the versions that are tested here are those that are built there`() {
        val pom = File(android, "pom.xml").readText()
        val catalogue = File(android, "gradle/libs.versions.toml").readText()
        for ((ours, theirs) in listOf("coroutines" to "coroutines", "jna" to "jna")) {
            val tested = found("<$ours.version>(.*)</$ours.version>", pom).single()
            assertEquals(ours, setOf(tested), found("(?m)^$theirs = \"(.*)\"", catalogue))
        }
    }

    private companion object {
        val MODULES = listOf("bridge", "reminders", "ui", "app")
    }
}
