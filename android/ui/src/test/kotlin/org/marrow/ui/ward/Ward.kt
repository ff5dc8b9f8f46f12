package org.marrow.ui.ward

import java.nio.file.Files
import java.time.ZoneId
import java.time.ZonedDateTime
import java.util.UUID
import kotlinx.coroutines.runBlocking
import org.marrow.bridge.ClockPort
import org.marrow.bridge.MarkPort
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.BoardView
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.Marrow
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Outcome
import org.marrow.ffi.Precision
import org.marrow.ui.time.Clock
import org.marrow.ui.time.Times
import org.marrow.words.Words

/**
 * A ward's phone with the real core in it: what the screens show in pictures was recorded by commands, so that every
 * text that is not a screen's own is the core's. Its clock is moved by hand; [now] is where the pictures are taken, and
 * [shown] is told what they show.
 */
class Ward(
    val lang: Lang,
    private val now: ZonedDateTime,
    val words: Words = Words(lang),
    private val shown: (Any?) -> Unit = {},
) : ClockPort, MarkPort, AutoCloseable {
    private var minute = 0L
    private var second = 0L
    private var mark: ULong? = null
    private val folder = Files.createTempDirectory("marrow-ward")

    /** Its store. */
    val path = folder.resolve("marrow.db").toString()

    override fun sample(): ClockSample {
        val wall = nowMs
        return ClockSample(wall, wall - wallMs(-100_000), UUID(7, 7), now.zone.id, now.offset.totalSeconds, null)
    }

    override fun last() = mark

    override fun keep(mark: ULong) {
        this.mark = mark
    }

    /** What its store lies on. */
    lateinit var disk: Disk
        private set

    val client: MarrowClient = runBlocking {
        minute = -99_000
        val options = OpenOptions(path = path, fresh = UUID(9, 9))
        MarrowClient.open(ByteArray(32) { 1 }, ByteArray(32) { 2 }, options, this@Ward, this@Ward, lang) { own, secret, how ->
            Disk(Marrow.open(own, secret, how)).also { disk = it }
        }
    }

    /** Acts of several cases, each at its minute before now, played in the order of time. */
    fun play(acts: List<Act>) = runBlocking {
        acts.sortedBy { it.minute }.forEach { act -> record(act) }
        minute = 0
        client.refresh()
    }

    suspend fun record(act: Act): Outcome {
        minute = act.minute
        return client.dispatch(act.command())
    }

    /** What recording that now would do. */
    fun preview(case: UUID, form: Form): Outcome = ask {
        preview(Command(case = case, form = form, precision = Precision.EXACT, actor = Actor("Ana G.", "", "")))
    }

    private fun Act.command() = Command(
        case = case,
        form = form,
        precision = precision,
        actor = by,
        performedAtMs = performed?.let(::wallMs),
        lateReason = lateReason,
    )

    /** The ward at that minute from now on. */
    fun at(minute: Long, second: Long = 0) {
        this.minute = minute
        this.second = second
    }

    /** What its clock shows. */
    val nowMs get() = wallMs(minute) + second * 1000
    val zone: ZoneId get() = now.zone

    fun <T> ask(question: suspend MarrowClient.() -> T): T = runBlocking { client.question() }.also(shown)

    /** The board as of the last act. */
    fun board(): BoardView = checkNotNull(client.board.value).also(shown)

    fun times(minute: Long = 0, second: Long = 0) = Times(words, Clock(wallMs(minute) + second * 1000, now.zone))

    private fun wallMs(minute: Long) = now.toInstant().toEpochMilli() + minute * 60_000

    override fun close() {
        client.close()
        folder.toFile().deleteRecursively()
    }

    companion object {
        val NIGHT: ZonedDateTime = ZonedDateTime.of(2026, 3, 5, 3, 12, 0, 0, ZoneId.of("Europe/Madrid"))
        val NOON: ZonedDateTime = ZonedDateTime.of(2026, 3, 5, 14, 12, 0, 0, ZoneId.of("Europe/Madrid"))
    }
}

/** Something recorded in a case, so many minutes from now. */
class Act(
    val minute: Long,
    val case: UUID,
    val form: Form,
    val by: Actor,
    val performed: Long? = null,
    val precision: Precision = Precision.EXACT,
    val lateReason: String? = null,
)
