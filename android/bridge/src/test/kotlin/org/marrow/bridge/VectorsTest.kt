package org.marrow.bridge

import java.nio.file.Path
import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.answers
import org.marrow.ffi.formOf
import org.marrow.ffi.kind

/** Every command crosses and yields, byte for byte, the entry that Rust yields: an entry's id is its bytes' hash. */
class VectorsTest {
    @TempDir
    lateinit var folder: Path

    private val vectors = Played.read("commands.json")

    @Test
    fun `every command yields the entry that Rust yields`() = runBlocking {
        val played = Played(vectors, folder.resolve("vectors.db"))
        played.open(Lang.EN).use { client ->
            val differ = mutableListOf<String>()
            played.play(client) { step, entry ->
                if (entry != step["entry"]) differ += step["name"] as String
            }
            assertEquals(emptyList<String>(), differ)
            assertNull(client.verify().fault)
        }
    }

    @Test
    fun `every form comes back as it was given`() = runBlocking {
        val played = Played(vectors, folder.resolve("forms.db"))
        played.open(Lang.ES).use { client ->
            val given = mutableMapOf<String, Form>()
            played.play(client) { step, entry ->
                val command = step["command"].fields()
                // An amended entry shows its newest form, under the id of the old one.
                val of = command["amends"]?.fields()?.let { played.entries.getValue(it["entry_of"] as String) } ?: entry
                given[of] = played.form(command)
            }
            val cases = vectors["steps"].each().map { it["command"].fields()["case"] as String }.distinct()
            val shown = cases.flatMap { client.case(UUID.fromString(it)).record }.associate { it.id to it.form }
            for ((entry, form) in given) {
                // A snooze lies in the phone's own log, which no screen shows.
                if (form !is Form.Snooze) assertEquals(form, shown.getValue(entry))
            }
        }
    }

    /** As forms are drawn: by field, as the catalogue names them. */
    @Test
    fun `every form is its answers by field`() = runBlocking {
        val played = Played(vectors, folder.resolve("answers.db"))
        played.open(Lang.EN).use { client ->
            val kinds = client.catalogue().kinds.associateBy { it.kind }
            played.play(client) { step, _ ->
                val form = played.form(step["command"].fields())
                assertEquals(form, formOf(form.kind, form.answers))
                val known = kinds.getValue(form.kind).fields.map { it.field }
                assertEquals(emptySet<String>(), form.answers.keys - known.toSet(), "${form.kind}")
                assertEquals(step["command"].fields()["fields"].fields().filterValues { it != null }.keys, form.answers.keys)
            }
        }
    }

    @Test
    fun `every kind and every field has a vector`() {
        val seen = mutableMapOf<String, MutableSet<String>>()
        for (step in vectors["steps"].each()) {
            val command = step["command"].fields()
            seen.getOrPut(command["kind"] as String, ::mutableSetOf) +=
                command["fields"].fields().filterValues { it != null }.keys
        }
        val lacking = FormOf.kinds.flatMap { kind ->
            if (kind !in seen) listOf(kind) else (FormOf.fields(kind) - seen.getValue(kind)).map { "$kind.$it" }
        }
        assertEquals(emptyList<String>(), lacking)
    }
}
