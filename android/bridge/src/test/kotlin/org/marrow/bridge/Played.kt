package org.marrow.bridge

import java.math.BigDecimal
import java.nio.file.Files
import java.nio.file.Path
import java.util.UUID
import org.marrow.ffi.Actor
import org.marrow.ffi.AmendForm
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Precision

/** JSON of an object. */
@Suppress("UNCHECKED_CAST")
fun Any?.fields() = this as Map<String, Any?>

/** JSON of a list of objects. */
fun Any?.each() = (this as List<*>).map { it.fields() }

/** Bytes in hexadecimal digits. */
fun Any?.bytes() = (this as String).chunked(2).map { it.toInt(16).toByte() }.toByteArray()

private fun Any?.long() = (this as BigDecimal?)?.longValueExact()

/** Plays written steps through a client of their own: `tests/vectors` says what must come of them. */
class Played(private val script: Map<String, Any?>, private val store: Path) : ClockPort, MarkPort {
    /** Ids of the entries so far, by the names of their steps. */
    val entries = linkedMapOf<String, String>()
    private lateinit var now: ClockSample
    private var mark: ULong? = null

    suspend fun open(lang: Lang): MarrowClient {
        val first = script["steps"].each().first()
        now = clock(first["clock"].fields())
        return MarrowClient.open(
            key = script["key"].bytes(),
            installation = script["installation"].bytes(),
            options = OpenOptions(store.toString(), UUID.fromString(script["fresh"] as String)),
            clock = this,
            marks = this,
            lang = lang,
        )
    }

    /** Each step on its own, as (step, entry's id). */
    suspend fun play(client: MarrowClient, each: suspend (Map<String, Any?>, String) -> Unit = { _, _ -> }) {
        for (step in script["steps"].each()) {
            now = clock(step["clock"].fields())
            val name = step["name"] as String
            val entry = try {
                client.dispatch(command(step["command"].fields())).entry!!
            } catch (failed: Exception) {
                throw AssertionError("step '$name' failed: $failed", failed)
            }
            entries[name] = entry
            each(step, entry)
        }
    }

    /** From now on the clock shows this. */
    fun stop(clock: Map<String, Any?>) {
        now = clock(clock)
    }

    fun form(command: Map<String, Any?>): Form = FormOf.json(command["kind"] as String, resolved(command["fields"].fields()))

    private fun command(json: Map<String, Any?>): Command {
        known(json, "case", "kind", "fields", "precision", "actor", "performed_at_ms", "late_reason", "amends")
        val actor = json["actor"].fields()
        known(actor, "name", "role", "unit")
        return Command(
            case = UUID.fromString(json["case"] as String),
            form = form(json),
            precision = FormOf.word(json["precision"] as String, Precision::class.java),
            actor = Actor(actor["name"] as String, actor["role"] as String, actor["unit"] as String),
            performedAtMs = json["performed_at_ms"].long(),
            lateReason = json["late_reason"] as String?,
            amends = json["amends"]?.fields()?.let(::amends),
        )
    }

    private fun amends(json: Map<String, Any?>): AmendForm {
        known(json, "entry_of", "reason", "performed_at_ms", "precision")
        return AmendForm(
            entry = entries.getValue(json["entry_of"] as String),
            reason = json["reason"] as String?,
            performedAtMs = json["performed_at_ms"].long(),
            precision = (json["precision"] as String?)?.let { FormOf.word(it, Precision::class.java) },
        )
    }

    /** With the ids of entries that are told by their steps' names. */
    private fun resolved(fields: Map<String, Any?>) = fields.mapValues { (_, value) ->
        if (value is Map<*, *>) entries.getValue(value.fields().getValue("entry_of") as String) else value
    }

    private fun clock(json: Map<String, Any?>): ClockSample {
        known(json, "wall_ms", "boot_ms", "boot_id", "zone", "offset_s")
        val boot = json["boot_id"] as String
        return ClockSample(
            wallMs = json["wall_ms"].long()!!,
            bootMs = json["boot_ms"].long()!!,
            bootId = UUID(boot.take(16).toULong(16).toLong(), boot.drop(16).toULong(16).toLong()),
            zone = json["zone"] as String,
            offsetS = json["offset_s"].long()!!.toInt(),
            nextOffset = null,
        )
    }

    private fun known(json: Map<String, Any?>, vararg keys: String) =
        require(json.keys == keys.toSet()) { "expected ${keys.toList()}, found ${json.keys}" }

    override fun sample() = now

    override fun last() = mark

    override fun keep(mark: ULong) {
        this.mark = mark
    }

    companion object {
        /** A file of `tests/vectors`. */
        fun read(name: String): Map<String, Any?> {
            val tree = Path.of(System.getProperty("marrow.tree"))
            return Json.read(Files.readString(tree.resolve("tests/vectors/$name"))).fields()
        }
    }
}
