package org.marrow.bridge

import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.withContext
import org.marrow.ffi.BoardView
import org.marrow.ffi.CaseId
import org.marrow.ffi.CaseView
import org.marrow.ffi.Catalogue
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.Document
import org.marrow.ffi.DocumentKind
import org.marrow.ffi.Fired
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.Lang
import org.marrow.ffi.Marrow
import org.marrow.ffi.MarrowException
import org.marrow.ffi.MarrowInterface
import org.marrow.ffi.OpenOptions
import org.marrow.ffi.Outcome
import org.marrow.ffi.PhoneReport
import org.marrow.ffi.PhoneView
import org.marrow.ffi.PlatformCaps
import org.marrow.ffi.PolicyChange
import org.marrow.ffi.PolicyView
import org.marrow.ffi.ReminderPlan
import org.marrow.ffi.Screen
import org.marrow.ffi.StoreInfo
import org.marrow.ffi.Verification

/**
 * The core for screens and receivers: every call runs on one thread of its own, reads the clock there, and what a
 * command changed is in [board] and [shown] before it returns.
 *
 * Calls throw [MarrowException], and nothing else but what [clock] throws. After [close] that is `Closed`, for calls
 * that wait too.
 */
class MarrowClient private constructor(
    private val core: MarrowInterface,
    private val clock: ClockPort,
    private val marks: MarkPort,
    private val thread: CoroutineDispatcher,
    /** The language of texts from now on; [refresh] brings what is shown over. */
    @Volatile var lang: Lang,
) : AutoCloseable {
    private val boardNow = MutableStateFlow<BoardView?>(null)
    private val shownNow = MutableStateFlow<CaseView?>(null)
    private val staleNow = MutableStateFlow<MarrowException?>(null)

    /** The board as of the last call that changed or refreshed it. */
    val board: StateFlow<BoardView?> = boardNow.asStateFlow()

    /** The case that is on the screen. */
    val shown: StateFlow<CaseView?> = shownNow.asStateFlow()

    /** Why [board] and [shown] may lack what was recorded meanwhile: they could not be read. Screens say so. */
    val stale: StateFlow<MarrowException?> = staleNow.asStateFlow()

    /**
     * Records a command; when it returns, it is durable. When it throws one of ours, nothing was recorded, but for `Io`
     * (a disk that failed in writing): then it is there whole, or not at all, and [refresh] tells which. A caller that is
     * cancelled meanwhile is not told; [board] and [shown] are.
     */
    suspend fun dispatch(command: Command): Outcome = call { now ->
        // What is to be seen comes back with it: on Android and the JVM it is the crossings that a tap spends most on.
        val outcome = dispatch(command, lang, now, Screen(shownNow.value?.header?.case, NEWEST))
        recorded(outcome.mark) { outcome.screen?.let { tell(it.board, it.case) } ?: look(now) }
        outcome
    }

    /** What a command would raise or be refused for. */
    suspend fun preview(command: Command): Outcome = call { now -> preview(command, lang, now) }

    /** Reads the board and the shown case again: time has passed, or another process has written. */
    suspend fun refresh() = call { now -> look(now) }

    /** Puts a case on the screen; none takes it off. */
    suspend fun show(case: CaseId?) = call { now ->
        shownNow.value = case?.let { case(it, NEWEST, lang, now) }
    }

    /** A case with its whole record; what is on the screen has only the newest of it. */
    suspend fun case(case: CaseId): CaseView = call { now -> case(case, null, lang, now) }

    /** A document, in another language than the screen's where one is named. */
    suspend fun document(kind: DocumentKind, case: CaseId, lang: Lang = this.lang): Document =
        call { now -> document(kind, case, lang, now) }

    suspend fun catalogue(): Catalogue = call { catalogue(lang) }

    suspend fun policy(change: PolicyChange? = null): PolicyView = call { policy(change, lang) }

    suspend fun reminders(caps: PlatformCaps): ReminderPlan = call { now -> reminders(caps, lang, now) }

    suspend fun report(held: List<HeldReminder>, caps: PlatformCaps) = call { now -> report(held, caps, now) }

    /** A reminder fires: whether it still holds, and as what to show it. */
    suspend fun fired(id: String, caps: PlatformCaps): Fired = call { now -> fired(id, caps, lang, now) }

    /** Tells the core about the phone; call it after a boot, a clock or zone change, and on coming to the front. */
    suspend fun phone(report: PhoneReport): PhoneView = call { now ->
        val view = phone(report, now)
        recorded(info().mark) { look(now) }
        view
    }

    suspend fun info(): StoreInfo = call { info() }

    suspend fun verify(): Verification = call { verify() }

    /** Closes the store once the call under way has ended, for which it waits. Closing twice is no error. */
    override fun close() = core.closeStore()

    private suspend fun <T> call(block: MarrowInterface.(ClockSample) -> T): T = withContext(thread) {
        try {
            core.block(clock.sample())
        } catch (_: CharacterCodingException) {
            // Half of a character, as a text that is cut at a length leaves it. Of which field, nobody tells.
            throw MarrowException.Invalid("text")
        }
    }

    /** What is durable must not look as if it was not, whatever fails from here on: it would be recorded twice. */
    private fun recorded(mark: ULong, show: () -> Unit) {
        // A mark that stays behind is normal: the next one catches up.
        runCatching { marks.keep(mark) }
        runCatching { show() }
    }

    private fun look(now: ClockSample) {
        try {
            val case = shownNow.value?.let { core.case(it.header.case, NEWEST, lang, now) }
            tell(core.board(lang, now), case)
        } catch (unread: MarrowException) {
            staleNow.value = unread
            throw unread
        }
    }

    private fun tell(board: BoardView, case: CaseView?) {
        boardNow.value = board
        shownNow.value = case
        staleNow.value = null
    }

    companion object {
        /** How much of a record is read anew at each tap: more than a screen shows at a time. */
        private const val NEWEST = 50u

        /**
         * Opens the store. [key] and [installation] are wiped, whatever comes of it.
         *
         * @param options without the mark, which [marks] brings.
         * @param store opens the core; a test puts one before it whose looks fail.
         */
        suspend fun open(
            key: ByteArray,
            installation: ByteArray,
            options: OpenOptions,
            clock: ClockPort,
            marks: MarkPort,
            lang: Lang,
            store: (ByteBuffer, ByteBuffer, OpenOptions) -> MarrowInterface = Marrow.Companion::open,
        ): MarrowClient {
            val thread = oneThread()
            val core = try {
                withContext(thread) {
                    direct(key) { key ->
                        direct(installation) { secret -> store(key, secret, options.copy(highWater = marks.last())) }
                    }
                }
            } finally {
                key.fill(0)
                installation.fill(0)
            }
            val client = MarrowClient(core, clock, marks, thread, lang)
            try {
                client.call {
                    marks.keep(info().mark)
                    client.look(it)
                }
            } catch (failed: Throwable) {
                // Nobody else could close it.
                client.close()
                throw failed
            }
            return client
        }

        /** Lends bytes in memory that the collector neither moves nor copies, and wipes it. */
        private fun <T> direct(bytes: ByteArray, use: (ByteBuffer) -> T): T {
            val lent = ByteBuffer.allocateDirect(bytes.size)
            try {
                lent.put(bytes).flip()
                return use(lent)
            } finally {
                lent.clear()
                repeat(lent.capacity()) { lent.put(0) }
            }
        }

        /** One thread, which ends by itself when nobody calls: a call after [close] still gets its answer. */
        private fun oneThread(): CoroutineDispatcher {
            val made = ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, LinkedBlockingQueue()) { task ->
                Thread(task, "marrow").apply { isDaemon = true }
            }
            made.allowCoreThreadTimeOut(true)
            return made.asCoroutineDispatcher()
        }
    }
}
