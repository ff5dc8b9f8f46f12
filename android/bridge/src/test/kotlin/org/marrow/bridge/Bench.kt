package org.marrow.bridge

import java.nio.file.Path
import java.util.UUID
import org.marrow.ffi.Actor
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.Form
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Lang
import org.marrow.ffi.Marrow
import org.marrow.ffi.MarrowInterface
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Os
import org.marrow.ffi.PatientForm
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.Precision
import org.marrow.ffi.Reminder
import org.marrow.ffi.Side
import org.marrow.ffi.Site

/** A phone for tests: a clock that is moved by hand, a mark, a list of reminders that it holds. */
class Bench(private val folder: Path) : ClockPort, MarkPort, ReminderPort {
    var minutes = 0L
    val held = linkedMapOf<String, Reminder>()
    private var mark: ULong? = null

    override fun sample() = ClockSample(
        wallMs = START + minutes * 60_000,
        bootMs = 1_000 + minutes * 60_000,
        bootId = UUID(7, 7),
        zone = "Europe/Madrid",
        offsetS = 3_600,
        nextOffset = null,
    )

    override fun last() = mark

    override fun keep(mark: ULong) {
        this.mark = mark
    }

    override fun hold(reminder: Reminder) {
        held[reminder.id] = reminder
    }

    override fun cancel(id: String) {
        held.remove(id)
    }

    override fun held() = held.values.map { HeldReminder(it.id, it.fingerprint, it.fireAtMs) }

    val path: Path get() = folder.resolve("marrow.db")

    suspend fun open(
        key: ByteArray = ByteArray(32) { 1 },
        installation: ByteArray = ByteArray(32) { 2 },
        lang: Lang = Lang.EN,
        clock: ClockPort = this,
        marks: MarkPort = this,
        options: OpenOptions = OpenOptions(path = path.toString(), fresh = UUID(9, 9)),
        before: (Marrow) -> MarrowInterface = { it },
    ) = MarrowClient.open(key, installation, options, clock, marks, lang) { own, secret, how -> before(Marrow.open(own, secret, how)) }

    companion object {
        const val START = 1_772_611_200_000
        val case: UUID = UUID(4, 4)
        val nurse = Actor("A. Ruiz", "nurse", "ward 3")
        val android = PlatformCaps(Os.ANDROID, 300u, true, false, true, false, true)

        fun command(form: Form, case: UUID = this.case) =
            Command(case = case, form = form, precision = Precision.EXACT, actor = nurse)

        val opening = command(Form.OpenCase(PatientForm(alias = "Bed 4")))
        val insertion = command(
            Form.Insert(InsertForm(device = "ez-io", site = Site.PROXIMAL_TIBIA, side = Side.LEFT)),
        )
    }
}
