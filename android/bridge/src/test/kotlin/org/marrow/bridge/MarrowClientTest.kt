package org.marrow.bridge

import java.math.BigDecimal
import java.nio.file.Path
import java.util.UUID
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.DocumentKind
import org.marrow.ffi.EntryKind
import org.marrow.ffi.FlushForm
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.NoteForm
import org.marrow.ffi.PatientForm
import org.marrow.ffi.PolicyChange
import org.marrow.ffi.Word
import org.marrow.ffi.Site

class MarrowClientTest {
    @TempDir
    lateinit var folder: Path

    private val bench by lazy { Bench(folder) }

    private inline fun <reified E : Throwable> refusedWith(crossinline call: suspend () -> Unit): E = runBlocking {
        val thrown = runCatching { call() }.exceptionOrNull()
        assertTrue(thrown is E, "expected ${E::class.simpleName}, got $thrown")
        thrown as E
    }

    @Test
    fun `a case from opening to paper`() = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            client.show(Bench.case)
            client.dispatch(Bench.insertion)
            bench.minutes = 10
            val outcome = client.dispatch(Bench.command(Form.Disinfect(DisinfectForm(agent = "chlorhexidine"))))
            assertEquals(bench.last(), outcome.mark)

            val row = client.board.value!!.open.single()
            assertEquals(Bench.case, row.header.case)
            assertEquals("Left proximal tibia", row.header.place)
            val entry = client.shown.value!!.record.last()
            assertEquals(EntryKind.DISINFECT, entry.kind)
            assertEquals(Form.Disinfect(DisinfectForm(agent = "chlorhexidine")), entry.form)
            assertEquals(Bench.nurse.name, entry.name)

            client.lang = Lang.ES
            client.refresh()
            assertEquals("Tibia proximal izquierda", client.board.value!!.open.single().header.place)
            val sheet = client.document(DocumentKind.NursingSheet(unsynced = true), Bench.case)
            assertTrue(sheet.mediaType == "text/html" && "Bed 4" in sheet.text)
            assertNull(client.verify().fault)
            val words = client.catalogue().words.associate { it.word to it.text }
            assertEquals("esternón", words[Word.Site(Site.STERNUM)])
        }
    }

    @Test
    fun `decimals cross exactly`() = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            client.dispatch(Bench.insertion)
            client.dispatch(Bench.command(Form.Flush(FlushForm(ml = BigDecimal("5.125")))))
            val form = client.case(Bench.case).record.last().form as Form.Flush
            assertEquals(BigDecimal("5.125"), form.form.ml)
            val wrong = refusedWith<MarrowException.Invalid> {
                client.dispatch(Bench.command(Form.Flush(FlushForm(ml = BigDecimal("5.12345")))))
            }
            assertEquals("ml", wrong.field)
        }
    }

    @Test
    fun `each failure is of its own kind`() = runBlocking {
        val client = bench.open()
        val refused = refusedWith<MarrowException.Refused> { client.dispatch(Bench.insertion) }
        assertEquals("unknown-case", refused.rule)
        assertTrue(refused.title.isNotBlank() && refused.advice.isNotBlank())
        refusedWith<MarrowException.NotFound> { client.case(UUID.randomUUID()) }
        refusedWith<MarrowException.Policy> { client.policy(PolicyChange.Set("no policy")) }
        client.close()
        refusedWith<MarrowException.WrongKey> { bench.open(key = ByteArray(32) { 3 }) }
        refusedWith<MarrowException.Invalid> { bench.open(key = ByteArray(31)) }
        Unit
    }

    @Test
    fun `the key is wiped`() = runBlocking {
        val key = ByteArray(32) { 1 }
        bench.open(key).close()
        assertTrue(key.all { it == 0.toByte() })
    }

    @Test
    fun `a panic is an error and the client goes on`() = runBlocking {
        bench.open().use { client ->
            client.dispatch(Bench.opening)
            val please = Bench.command(Form.Note(NoteForm("rehearse: panic with Ana Ruiz in its message")))
            val fault = refusedWith<MarrowException.Internal> { client.dispatch(please) }
            assertTrue("Ana" !in "$fault ${fault.message}")
            client.dispatch(Bench.insertion)
            assertEquals(2, client.case(Bench.case).record.size)
        }
    }

    @Test
    fun `after closing every call says so`() = runBlocking {
        val client = bench.open()
        client.close()
        client.close()
        refusedWith<MarrowException.Closed> { client.refresh() }
        refusedWith<MarrowException.Closed> { client.dispatch(Bench.opening) }
        bench.open().use { assertNotNull(it.board.value) }
    }

    @Test
    fun `many at once come one at a time`() = runBlocking {
        bench.open().use { client ->
            val calls = List(50) { n ->
                async(Dispatchers.Default) {
                    val opening = Bench.command(Form.OpenCase(PatientForm(alias = "Bed $n")), UUID.randomUUID())
                    client.dispatch(opening)
                }
            }
            calls.awaitAll()
            assertEquals(50, client.board.value!!.open.size)
            assertEquals(50UL, client.info().mark)
        }
    }
}
