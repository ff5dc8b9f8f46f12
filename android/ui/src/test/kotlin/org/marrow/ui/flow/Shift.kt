package org.marrow.ui.flow

import androidx.compose.material3.Text
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.runDesktopComposeUiTest
import javax.swing.SwingUtilities
import kotlin.math.abs
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import org.marrow.ffi.Answer
import org.marrow.ffi.CaseView
import org.marrow.ffi.EntryKind
import org.marrow.ffi.EntryView
import org.marrow.ffi.Lang
import org.marrow.ffi.TaskView
import org.marrow.ffi.value
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.nav.Place
import org.marrow.ui.time.Times
import org.marrow.ui.ward.Act
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward
import org.marrow.words.Words

/**
 * A nurse at work: the whole of the screens on a phone with the real core, and the clock in her hand. What she does and
 * sees is in [Hands].
 */
@OptIn(ExperimentalTestApi::class)
class Shift private constructor(val ward: Ward, val host: FakeHost, val flow: Flow, page: ComposeUiTest) {
    val hands = Hands(page, this)
    val stories = Stories(ward.lang)
    val words: Words get() = flow.times.words

    /** The case that is on the screen, as the core has it. */
    val case: CaseView get() = checkNotNull(flow.client.shown.value) { "no case is on the screen" }

    /** Time passes: the clock shows that minute, and the screens have seen it. */
    fun at(minute: Long, second: Long = 0) {
        ward.at(minute, second)
        hands.until("the clock ticks") { abs(flow.times.nowMs - ward.nowMs) < Times.MINUTE }
        ward.ask { refresh() }
        hands.settle()
    }

    /** What a colleague records on this phone meanwhile. */
    fun meanwhile(acts: List<Act>) = acts.forEach { act ->
        ward.ask { ward.record(act) }
        hands.settle()
    }

    /** What somebody recorded before. */
    fun before(acts: List<Act>) {
        ward.play(acts)
        at(0)
    }

    /** To the case of that bed, from the board. */
    fun open(alias: String) {
        hands.tapPart(alias)
        here<Place.Case>()
    }

    /** The phone's own way back. */
    fun back() {
        SwingUtilities.invokeAndWait { flow.back() }
        hands.settle()
    }

    /** To a page that no story leads to. */
    fun put(place: Place) {
        SwingUtilities.invokeAndWait { flow.go(place) }
        hands.settle()
    }

    /** The kind's own name in the core's words. */
    fun title(kind: EntryKind): String = checkNotNull(flow.catalogue).kinds.first { it.kind == kind }.title

    /** A field's label in the core's words. */
    fun label(kind: EntryKind, field: String): String = field(kind, field).label

    /** A word of a field's list. */
    fun word(kind: EntryKind, field: String, word: Any): String =
        (field(kind, field).answer as Answer.One).words.first { it.word.value == word }.text.replaceFirstChar(Char::uppercase)

    private fun field(kind: EntryKind, field: String) =
        checkNotNull(flow.catalogue).kinds.first { it.kind == kind }.fields.first { it.field == field }

    /** What is due by that step's name, as the case has it. */
    fun task(step: String): TaskView? = case.tasks.firstOrNull { it.step == step }

    /** The newest entry of a kind. */
    fun newest(kind: EntryKind): EntryView? = case.record.lastOrNull { it.kind == kind }

    companion object {
        /** One shift in each language: what holds in one language only is broken. */
        fun each(story: Shift.() -> Unit) = Lang.entries.forEach { of(it, story) }

        fun of(lang: Lang, story: Shift.() -> Unit) = Ward(lang, Ward.NIGHT).use { ward ->
            ward.at(0)
            val screen = CoroutineScope(SupervisorJob() + ScreenThread)
            val host = FakeHost(ward)
            val flow = Flow(ward.client, host, screen)
            try {
                runDesktopComposeUiTest(WIDTH, HEIGHT) {
                    SwingUtilities.invokeAndWait(flow::begin)
                    setContent { MarrowTheme(false, Roboto) { MarrowScreens(flow) { Text(it.text) } } }
                    Shift(ward, host, flow, this).story()
                }
            } finally {
                screen.cancel()
            }
        }

        private const val WIDTH = 411
        private const val HEIGHT = 891
    }
}

/** The thread that screens are drawn on: a phone's flow lives on it. */
private object ScreenThread : CoroutineDispatcher() {
    override fun dispatch(context: CoroutineContext, block: Runnable) = SwingUtilities.invokeLater(block)
}

/** Where she is, by what she sees; a story asks for it by name. */
inline fun <reified P : Place> Shift.here(): P = flow.place as? P ?: error("at ${flow.place}")
