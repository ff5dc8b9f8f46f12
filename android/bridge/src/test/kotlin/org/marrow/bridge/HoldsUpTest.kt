package org.marrow.bridge

import java.nio.file.Path
import java.util.UUID
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.Actor
import org.marrow.ffi.DocumentKind
import org.marrow.ffi.Form
import org.marrow.ffi.MarrowException
import org.marrow.ffi.NoteForm
import org.marrow.ffi.Outcome
import org.marrow.ffi.PatientForm

/** The client under what people and systems do to it: odd texts, long cases, many callers, a close at any time. */
class HoldsUpTest {
    @TempDir
    lateinit var folder: Path

    private val bench by lazy { Bench(folder) }

    private fun note(text: String, case: UUID = Bench.case) = Bench.command(Form.Note(NoteForm(text)), case)

    private fun opening(case: UUID) = Bench.opening.copy(case = case)

    private inline fun <reified E : Throwable> assertThrown(result: Result<Any?>) =
        assertTrue(result.exceptionOrNull() is E, "expected ${E::class.simpleName}, got $result")

    @Test
    fun `every text comes back byte for byte`() = runBlocking {
        val texts = listOf(
            "\uD835\uDD18\uD83E\uDE7A\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F", // four bytes a letter, joined
            "\u05D7\u05D3\u05E8 4 \u202Eabc\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629", // right to left
            "e\u0301 n\u0303 \u00E9 \u00F1 a\u0323\u0307 a\u0307\u0323", // composed, not composed, in both orders
            "a\u0000b\u0000", "\uFEFF\uFFFF\uFFFD", "\r\n\t\u0085\u2028\u001B[31m", "<b>&amp;\"'", " \u00A0x\u00A0 ", "\\u0041",
        )
        bench.open().use { client ->
            for ((n, text) in texts.withIndex()) {
                val case = UUID(1, n.toLong())
                val patient = PatientForm(alias = text, name = text, allergies = listOf(text, "x$text"), place = text)
                val actor = Actor("N$text", text, text)
                client.dispatch(Bench.command(Form.OpenCase(patient), case).copy(actor = actor))
                client.dispatch(note(text, case).copy(actor = actor, lateReason = text))
                val (opened, noted) = client.case(case).record
                assertEquals(Form.OpenCase(patient), opened.form)
                val there = (noted.form as Form.Note).form.text!!
                assertArrayEquals(text.toByteArray(), there.toByteArray(), "text $n")
                assertEquals(listOf(text, text, "N$text", text, text), noted.run { listOf(there, lateReason, name, role, unit) })
                assertEquals(patient, client.case(case).patientForm)
            }
            assertNull(client.verify().fault)
        }
    }

    @Test
    fun `half a character is refused as ours`() = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            assertThrown<MarrowException.Invalid>(runCatching { client.dispatch(note("Ana \uD83E")) })
            assertEquals(1, client.case(Bench.case).record.size)
        }
    }

    @Test
    fun `a case of ten thousand entries opens and shows`() = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            client.dispatch(Bench.insertion)
            bench.minutes = 20 * 60
            client.dispatch(note("rehearse: ten thousand entries"))
        }
        bench.open().use { client ->
            assertEquals(Bench.case, client.board.value!!.open.single().header.case)
            client.show(Bench.case)
            assertEquals(10_003u, client.shown.value!!.entries)
            assertTrue(client.shown.value!!.record.size < 100)
            assertEquals(client.case(Bench.case).record.last(), client.shown.value!!.record.last())
            client.dispatch(note("one more"))
            val last = client.shown.value!!.record.last()
            assertEquals(Form.Note(NoteForm("one more")), last.form)
            assertTrue("one more" in client.document(DocumentKind.NursingSheet(unsynced = false), Bench.case).text)
            val walked = client.verify()
            assertTrue(walked.entries >= 10_004u && walked.fault == null, "$walked")
        }
    }

    @Test
    fun `fifty callers at once end as if one after the other`() = runBlocking {
        val cases = List(5) { UUID(3, it.toLong()) }
        val kept = CopyOnWriteArrayList<ULong>()
        val marks = object : MarkPort {
            override fun last() = null
            override fun keep(mark: ULong) {
                kept += mark
            }
        }
        bench.open(marks = marks).use { client ->
            cases.forEach { client.dispatch(opening(it)) }
            client.show(cases[0])
            val callers = List(50) { n ->
                async(Dispatchers.Default) {
                    val case = cases[n % cases.size]
                    repeat(4) { turn ->
                        when (turn) {
                            0, 2 -> client.dispatch(note("caller $n, turn $turn", case))
                            1 -> client.show(case)
                            else -> assertTrue(client.case(case).record.size > 1).also { client.reminders(Bench.android) }
                        }
                    }
                }
            }
            callers.awaitAll()
            for ((n, case) in cases.withIndex()) {
                val noted = client.case(case).record.mapNotNull { (it.form as? Form.Note)?.form?.text }
                val wanted = (n until 50 step 5).flatMap { listOf("caller $it, turn 0", "caller $it, turn 2") }
                assertEquals(wanted.sorted(), noted.sorted())
            }
            val (board, shown) = client.board.value to client.shown.value
            client.refresh()
            assertEquals(board to shown, client.board.value to client.shown.value)
            assertEquals(105UL, client.info().mark)
            assertEquals(kept.sorted(), kept.toList(), "the mark went back")
            assertEquals(105UL, kept.last())
            assertNull(client.verify().fault)
        }
    }

    @Test
    fun `board and case are told after each command, and after none that failed`() = runBlocking {
        bench.open().use { client ->
            val boards = CopyOnWriteArrayList<Int>()
            val records = CopyOnWriteArrayList<Int>()
            // Unconfined: each value is seen as it is told.
            val watching = launch(Dispatchers.Unconfined) {
                launch { client.board.collect { boards += it!!.open.size } }
                launch { client.shown.collect { records += it?.record?.size ?: 0 } }
            }
            client.dispatch(Bench.opening)
            client.show(Bench.case)
            bench.minutes++
            client.dispatch(Bench.insertion)
            assertThrown<MarrowException.Refused>(runCatching { client.dispatch(Bench.opening) })
            client.dispatch(note("n"))
            client.dispatch(opening(UUID(8, 8)))
            client.show(null)
            watching.cancel()
            assertEquals(2, client.board.value!!.open.size)
            assertEquals(listOf(0, 1, 2), boards.distinct())
            assertEquals(listOf(0, 1, 2, 3, 0), records)
            assertEquals(null, client.stale.value)
        }
    }

    /** The mark is kept after the command, which has come back with what is to be seen. */
    @Test
    fun `what was recorded is told as recorded, even if the store closes or the mark is lost`() = runBlocking {
        lateinit var client: MarrowClient
        var closes = false
        val marks = object : MarkPort by bench {
            override fun keep(mark: ULong) {
                if (closes) client.close().also { error("no place for the mark") }
                bench.keep(mark)
            }
        }
        client = bench.open(marks = marks)
        closes = true
        val outcome = client.dispatch(Bench.opening)
        assertEquals(Bench.case, client.board.value!!.open.single().header.case)
        assertNull(client.stale.value)
        assertThrown<MarrowException.Closed>(runCatching { client.refresh() })
        assertTrue(client.stale.value is MarrowException.Closed)
        bench.open().use { assertEquals(outcome.entry, it.case(Bench.case).record.single().id) }
    }

    @Test
    fun `what is on record and cannot be read again is told as recorded, and seen at the next look`() = runBlocking {
        lateinit var disk: Unreadable
        bench.open(before = { core -> Unreadable(core).also { disk = it } }).use { client ->
            client.dispatch(Bench.opening)
            client.show(Bench.case)
            disk.unreadable = true
            val outcome = client.dispatch(Bench.insertion)
            assertTrue(client.stale.value is MarrowException.Io)
            assertEquals(1, client.shown.value!!.record.size)
            assertThrown<MarrowException.Io>(runCatching { client.refresh() })
            disk.unreadable = false
            client.refresh()
            assertNull(client.stale.value)
            assertEquals(listOf(outcome.entry), client.shown.value!!.record.drop(1).map { it.id })
        }
    }

    @Test
    fun `closed in the midst of calls, what was told and what is there are the same`() = runBlocking {
        for (seed in 0L until 10) {
            val bench = Bench(folder.resolve("$seed"))
            val client = bench.open()
            client.dispatch(Bench.opening)
            val answers = AtomicInteger()
            val calls = List(30) { n ->
                async(Dispatchers.Default) {
                    runCatching { client.dispatch(note("n. $n")) }.also { answers.incrementAndGet() }
                }
            }
            while (answers.get() <= seed) Thread.yield()
            client.close()
            val (told, failed) = calls.awaitAll().partition { it.isSuccess }
            failed.forEach { assertThrown<MarrowException.Closed>(it) }
            assertThrown<MarrowException.Closed>(runCatching { client.refresh() })
            bench.open().use { again ->
                val there = again.case(Bench.case).record.drop(1).map { it.id }.toSet()
                assertEquals(told.map { (it.getOrThrow() as Outcome).entry }.toSet(), there, "closed after $seed answers")
            }
        }
    }
}
