package org.marrow.ui.flow

import androidx.compose.material3.Text
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.runDesktopComposeUiTest
import javax.swing.SwingUtilities
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import org.marrow.ffi.CaseView
import org.marrow.ffi.Lang
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.nav.Place
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
        hands.until("the clock ticks") { flow.times.nowMs == ward.nowMs }
        ward.ask { refresh() }
        hands.settle()
    }

    /** What somebody recorded before. */
    fun before(acts: List<Act>) {
        ward.play(acts)
        at(0)
    }

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
