package org.marrow.bridge

import java.nio.file.Files
import java.nio.file.Path
import java.util.UUID
import kotlin.reflect.KClass
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.AmendForm
import org.marrow.ffi.CheckForm
import org.marrow.ffi.Day
import org.marrow.ffi.FlushForm
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.MarrowException.*
import org.marrow.ffi.NoteForm
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Pain
import org.marrow.ffi.PatientForm
import org.marrow.ffi.PolicyChange

/** Every kind of error, provoked on the real library with words planted about a patient; those of full and read-only
 * disks, of a store that is held and of a failing system are in [SystemErrorTest]. */
class EveryErrorTest {
    @TempDir
    lateinit var folder: Path

    private val bench by lazy { Bench(folder) }

    private val here: Map<KClass<out MarrowException>, suspend () -> Unit> = mapOf(
        WrongKey::class to {
            made()
            throws<WrongKey> { bench.open(key = ByteArray(32) { 3 }) }
            // And it can still be opened with its own.
            bench.open().use { assertEquals(1, it.case(Bench.case).record.size) }
        },
        NotAStore::class to {
            Files.writeString(bench.path, "SQLite format 3\u0000" + Planted.NAME.repeat(999))
            throws<NotAStore> { bench.open() }
            Files.writeString(bench.path, Planted.NAME.repeat(999))
            throws<NotAStore> { bench.open() }
        },
        Damaged::class to {
            made()
            Files.write(bench.path, Files.readAllBytes(bench.path).apply { fill(0x5a, 1_000, 3_000) })
            throws<Damaged> { bench.open() }
            val options = OpenOptions(bench.path.toString(), UUID(9, 8), rescueAs = "20260304")
            bench.open(options = options).use { assertNotNull(it.info().rescued) }
        },
        NewerSchema::class to {
            made()
            LaterFormat.write(bench.path, ByteArray(32) { 1 }, 99)
            val newer = throws<NewerSchema> { bench.open() }
            assertEquals(99u, newer.found)
            assertTrue(newer.supported in 1u..98u)
        },
        NoStore::class to {
            throws<NoStore> { bench.open(options = OpenOptions(bench.path.toString(), UUID(9, 9), make = false)) }
            assertTrue(Files.notExists(bench.path))
        },
        NotFound::class to {
            opened { client ->
                throws<NotFound> { client.case(UUID(5, 5)) }
                throws<NotFound> { client.show(UUID(5, 5)) }
            }
        },
        Refused::class to { opened(::refusedInBothLanguages) },
        Policy::class to {
            opened { client ->
                for (json in listOf(Planted.NAME, """{"${Planted.NAME}":1}""", """{"id":"h","version":"${Planted.NAME}"}""")) {
                    val refused = throws<Policy> { client.policy(PolicyChange.Set(json)) }
                    assertTrue(refused.text.isNotBlank())
                }
            }
        },
        Invalid::class to { opened(::invalidByName) },
        Closed::class to {
            val client = made()
            throws<Closed> { client.dispatch(Planted.opening) }
            throws<Closed> { client.refresh() }
            throws<Closed> { client.reminders(Bench.android) }
        },
        Internal::class to {
            opened { client ->
                val please = Planted.of(Form.Note(NoteForm("rehearse: panic with Ana Ruiz in its message")))
                val fault = throws<Internal> { client.dispatch(please) }
                assertTrue("Ana" !in fault.stackTraceToString())
                assertEquals(1, client.case(Bench.case).record.size)
            }
        },
    )

    @TestFactory
    fun `provoked`(): List<DynamicTest> = here.map { (kind, provocation) ->
        dynamicTest(kind.simpleName) {
            Files.list(folder).forEach { it.toFile().deleteRecursively() }
            runBlocking { provocation() }
        }
    }

    @Test
    fun `no kind is left out`() {
        val all = MarrowException::class.java.permittedSubclasses.map { it.simpleName }.toSet()
        assertEquals(all, (here.keys + SystemErrorTest.kinds).map { it.simpleName }.toSet())
    }

    private suspend fun refusedInBothLanguages(client: MarrowClient) {
        val again = mapOf(Lang.ES to mutableListOf<String>(), Lang.EN to mutableListOf())
        for ((lang, words) in again) {
            client.lang = lang
            val refused = throws<Refused> { client.dispatch(Planted.opening) }
            assertEquals("case-exists", refused.rule)
            words += listOf(refused.title, refused.advice)
            assertTrue(words.none(String::isBlank))
            assertEquals(refused.rule, throws<Refused> { client.preview(Planted.opening) }.rule)
        }
        assertTrue(again.getValue(Lang.ES).zip(again.getValue(Lang.EN)).all { (es, en) -> es != en }, "$again")
        val long = Planted.of(Form.Note(NoteForm(Planted.NAME.repeat(99_999))))
        assertEquals("too-long", throws<Refused> { client.dispatch(long) }.rule)
        assertEquals(1, client.case(Bench.case).record.size)
    }

    private suspend fun invalidByName(client: MarrowClient) {
        val patient = PatientForm(alias = Planted.NAME)
        val noEntry = AmendForm(entry = Planted.NAME)
        for ((field, command) in listOf(
            "ml" to Planted.of(Form.Flush(FlushForm(ml = "5.12345".toBigDecimal()))),
            "weight_kg" to Planted.of(Form.UpdatePatient(patient.copy(weightKg = "1.00001".toBigDecimal()))),
            "date_of_birth" to Planted.of(Form.UpdatePatient(patient.copy(dateOfBirth = Day(2026, 2u, 30u)))),
            "pain" to Planted.of(Form.Check(CheckForm(pain = Pain.Score(11u), note = Planted.NAME))),
            "entry" to Planted.of(Form.Note(NoteForm(Planted.NAME))).copy(amends = noEntry),
        )) {
            assertEquals(field, throws<Invalid> { client.dispatch(command) }.field)
            assertEquals(field, throws<Invalid> { client.preview(command) }.field)
        }
        assertEquals(1, client.case(Bench.case).record.size)
        assertEquals("key", throws<Invalid> { bench.open(key = ByteArray(31)) }.field)
        assertEquals("installation", throws<Invalid> { bench.open(installation = ByteArray(33)) }.field)
        val elsewhere = OpenOptions(bench.path.toString(), UUID(9, 9), rescueAs = "../${Planted.NAME}")
        assertEquals("rescue_as", throws<Invalid> { bench.open(options = elsewhere) }.field)
    }

    /** A closed store with a patient in it. */
    private suspend fun made(): MarrowClient = bench.open().also {
        it.dispatch(Planted.opening)
        it.close()
    }

    private suspend fun opened(test: suspend (MarrowClient) -> Unit) = bench.open().use {
        it.dispatch(Planted.opening)
        test(it)
    }

    private suspend inline fun <reified E : MarrowException> throws(crossinline call: suspend () -> Unit): E {
        val thrown = runCatching { call() }.exceptionOrNull()
        assertTrue(thrown is E, "expected ${E::class.simpleName}, got $thrown")
        Planted.assertSilent(thrown!!)
        return thrown as E
    }
}
