package org.marrow.reminders

import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Fired
import org.marrow.ffi.Form
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Lang
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.PatientForm
import org.marrow.ffi.Precision
import org.marrow.ffi.ReminderMember
import org.marrow.ffi.RemoveForm
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ffi.StartCompressionForm
import org.marrow.reminders.WardPhone.Companion.MINUTE

/** The app's core, which can be made not to open, to hang and to fail. */
class WardCore(private val phone: WardPhone) : CorePort {
    private var open: MarrowClient? = null
    var opens = true
    var hangs = false
    var askedOf = mutableListOf<String>()

    override suspend fun client(): MarrowClient {
        check(opens) { "no key for Ana Ruiz" }
        val client = open ?: MarrowClient.open(
            ByteArray(32) { 1 }, ByteArray(32) { 2 }, OpenOptions(phone.path, UUID(9, 9)), ::sample, phone, lang(),
        ).also { open = it }
        client.lang = lang()
        return client
    }

    private fun lang() = if (phone.resources.configuration.locales[0].language == "es") Lang.ES else Lang.EN

    private fun sample() =
        ClockSample(phone.nowMs, phone.nowMs - phone.bootedMs, phone.bootId, "Europe/Madrid", 3_600, null)

    override suspend fun fired(id: String): Fired {
        askedOf += id
        while (hangs) Thread.sleep(20)
        return client().fired(id, phone.reminders.health().caps())
    }

    override fun actor() = Actor("A. Ruiz", "nurse", "ward 3")

    override suspend fun done(member: ReminderMember) {
        client().dispatch(command(Form.Disinfect(DisinfectForm()), member.case))
    }

    override fun storageLow() = false

    fun close() {
        open?.close()
        open = null
    }

    fun command(form: Form, case: UUID) =
        Command(case = case, form = form, precision = Precision.EXACT, actor = actor())

    fun record(vararg forms: Form, case: UUID = CASE) = runBlocking {
        for (form in forms) client().dispatch(command(form, case))
    }

    fun <T> ask(question: suspend MarrowClient.() -> T): T = runBlocking { client().question() }

    /** A needle is in, and a minute later a disinfection, and nothing else, falls due: at [DUE]. */
    fun onlyDisinfection() {
        record(opening, insertion)
        phone.nowMs = DUE - 300 * MINUTE
        record(Form.Disinfect(DisinfectForm()))
        phone.nowMs = DUE - MINUTE
    }

    /** A needle was taken out, and the bleeding is being pressed off. */
    fun compressing(case: UUID = CASE) = record(opening, insertion, removal, compression, case = case)

    companion object {
        /** Away from the rings of all other tasks. */
        const val DUE = WardPhone.START + 311 * MINUTE

        val CASE = UUID(4, 4)
        val opening = Form.OpenCase(PatientForm(alias = "Ana Ruiz"))
        val removal = Form.Remove(RemoveForm(tipIntact = true))
        val compression = Form.StartCompression(StartCompressionForm())
        val insertion = Form.Insert(InsertForm(device = "ez-io", site = Site.PROXIMAL_TIBIA, side = Side.LEFT))
    }
}
