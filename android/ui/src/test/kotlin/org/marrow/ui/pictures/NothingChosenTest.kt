package org.marrow.ui.pictures

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isSelected
import androidx.compose.ui.test.runDesktopComposeUiTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Lang
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.newio.NewIo
import org.marrow.ui.newio.NewIoContent
import org.marrow.ui.newio.NewIoEvent
import org.marrow.ui.newio.NewIoState
import org.marrow.ffi.Bone
import org.marrow.ui.removal.RemovalContent
import org.marrow.ui.removal.RemovalState
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.performClick

/** No answer is given for a person: a page begins with nothing chosen, and a tap chooses exactly what it says. */
@OptIn(ExperimentalTestApi::class)
class NothingChosenTest {
    @Test
    fun `a new needle begins with now and exact and nothing else`() = Ward(Lang.EN, Ward.NIGHT).use { ward ->
        val state = NewIoState(ward.times(), ward.ask { catalogue() })
        assertEquals(listOf("03:12", "Exact"), chosen { NewIoContent(state) {} })
    }

    @Test
    fun `a removal begins with nothing chosen`() = Ward(Lang.EN, Ward.NIGHT).use { ward ->
        val stories = Stories(Lang.EN)
        ward.play(stories.removable())
        val state = RemovalState(ward.times(), ward.ask { case(stories.bed9) }, ward.ask { catalogue() }, withoutAntiseptic = true)
        assertEquals(emptyList<String>(), chosen { RemovalContent(state) {} })
    }

    @Test
    fun `a tap on a bone chooses that bone and changes nothing else`() = Ward(Lang.EN, Ward.NIGHT).use { ward ->
        val state = NewIoState(ward.times(), ward.ask { catalogue() })
        val events = mutableListOf<NewIoEvent>()
        runDesktopComposeUiTest(WIDTH, HEIGHT) {
            setContent { MarrowTheme(false, Roboto) { NewIoContent(state, events::add) } }
            onNodeWithContentDescription("Left distal femur").performClick()
        }
        val bone = Bone(org.marrow.ffi.Site.DISTAL_FEMUR, org.marrow.ffi.Side.LEFT)
        assertEquals(NewIo(bone = bone), (events.single() as NewIoEvent.Change).to(NewIo()))
    }

    private fun chosen(page: @androidx.compose.runtime.Composable () -> Unit): List<String> {
        var chosen = emptyList<String>()
        runDesktopComposeUiTest(WIDTH, HEIGHT) {
            setContent { MarrowTheme(false, Roboto) { page() } }
            chosen = onAllNodes(isSelected()).fetchSemanticsNodes().map { node ->
                node.config.getOrNull(SemanticsProperties.Text)!!.first().text
            }
        }
        return chosen
    }

    private companion object {
        const val WIDTH = 411
        const val HEIGHT = 891
    }
}
