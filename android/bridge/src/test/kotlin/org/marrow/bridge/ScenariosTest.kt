package org.marrow.bridge

import java.math.BigDecimal
import java.nio.file.Path
import java.security.MessageDigest
import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.BoardView
import org.marrow.ffi.CaseView
import org.marrow.ffi.Document
import org.marrow.ffi.DocumentKind
import org.marrow.ffi.FlagView
import org.marrow.ffi.Lang
import org.marrow.ffi.Os
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.ReminderPlan
import org.marrow.ffi.TaskView

/** Whole scenarios through the client: what it shows half way and at the end is what Rust shows, in both languages. */
class ScenariosTest {
    @TempDir
    lateinit var folder: Path

    private val written = Played.read("scenario.json")
    private val caps = written["caps"].fields().mapValues { caps(it.value.fields()) }

    @TestFactory
    fun `a scenario`(): List<DynamicTest> = written["scenarios"].each().map { scenario ->
        dynamicTest(scenario["file"] as String) { runBlocking { play(scenario) } }
    }

    private suspend fun play(scenario: Map<String, Any?>) {
        val played = Played(scenario, folder.resolve("${scenario["file"]}.db"))
        val looks = scenario["looks"].each().groupBy { it["after"] }
        var looked = 0
        played.open(Lang.EN).use { client ->
            played.play(client) { step, entry ->
                assertEquals(step["entry"], entry, "step '${step["name"]}'")
                for (look in looks[step["name"]].orEmpty()) {
                    // A client that has shown the one language shows the other.
                    for (lang in Lang.entries) assertSeen(client, played, look, lang)
                    looked++
                }
            }
        }
        assertEquals(scenario["looks"].each().size, looked)
    }

    private suspend fun assertSeen(client: MarrowClient, played: Played, look: Map<String, Any?>, lang: Lang) {
        val word = lang.name.lowercase()
        val expected = look[word].fields()
        val where = "after '${look["after"]}', $word"
        assertEquals(setOf("board", "cases", "plans"), expected.keys)
        played.stop(look["clock"].fields())
        client.lang = lang
        client.refresh()
        assertEquals(expected["board"], json(board(client.board.value!!)), "$where: the board")
        val cases = expected["cases"].fields()
        assertTrue(cases.isNotEmpty())
        for ((id, of) in cases) {
            client.show(UUID.fromString(id))
            val sheet = client.document(DocumentKind.NursingSheet(unsynced = false), UUID.fromString(id))
            assertEquals(of, json(case(client.shown.value!!, sheet)), "$where: case $id")
        }
        val plans = expected["plans"].fields()
        assertEquals(caps.keys, plans.keys)
        for ((os, of) in plans) assertEquals(of, json(plan(client.reminders(caps.getValue(os)))), "$where: plan of $os")
    }

    private fun board(board: BoardView) = mapOf(
        "open" to board.open.map { row ->
            val header = row.header
            mapOf(
                "case" to header.case, "alias" to header.alias, "phase" to header.phase, "phase_text" to header.phaseText,
                "device" to header.device, "place" to header.place, "limit_at_ms" to header.limit?.atMs,
                "next" to row.next?.let(::task), "waiting" to row.waiting, "flag" to row.flag?.let(::flag),
                "flags" to row.flags,
            )
        },
        "closed" to board.closed.map { it.case },
    )

    private fun case(case: CaseView, sheet: Document) = mapOf(
        "phase" to case.header.phase,
        "tasks" to case.tasks.map(::task),
        "flags" to case.flags.map(::flag),
        "entries" to case.record.size,
        "sheet_sha256" to MessageDigest.getInstance("SHA-256").digest(sheet.text.toByteArray())
            .joinToString("") { "%02x".format(it) },
    )

    private fun task(task: TaskView) = mapOf(
        "step" to task.step, "title" to task.title, "status" to task.status, "status_text" to task.statusText,
        "due_at_ms" to task.dueAtMs,
    )

    private fun flag(flag: FlagView) =
        mapOf("rule" to flag.rule, "severity" to flag.severity, "title" to flag.title, "text" to flag.text)

    private fun plan(plan: ReminderPlan) = mapOf(
        "revision" to plan.revision,
        "left_out" to plan.leftOut,
        "reminders" to plan.reminders.map {
            mapOf("id" to it.id, "fire_at_ms" to it.fireAtMs, "fingerprint" to it.fingerprint)
        },
    )

    /** As the reader of JSON gives it. */
    private fun json(value: Any?): Any? = when (value) {
        is Map<*, *> -> value.mapValues { json(it.value) }
        is List<*> -> value.map(::json)
        is Enum<*> -> value.name.lowercase().replace('_', '-')
        is Int, is Long, is UInt -> BigDecimal(value.toString())
        is UUID -> value.toString()
        null, is String -> value
        else -> error("no JSON of $value")
    }

    private fun caps(json: Map<String, Any?>): PlatformCaps {
        val may = { what: String -> json.getValue(what) as Boolean }
        return PlatformCaps(
            os = FormOf.word(json["os"] as String, Os::class.java),
            maxPending = (json["max_pending"] as BigDecimal).intValueExact().toUInt(),
            exact = may("exact"),
            timeSensitive = may("time_sensitive"),
            critical = may("critical"),
            alarmKit = may("alarm_kit"),
            fullScreen = may("full_screen"),
        )
    }
}
