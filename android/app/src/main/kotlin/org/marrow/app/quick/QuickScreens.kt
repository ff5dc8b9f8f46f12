package org.marrow.app.quick

import androidx.activity.compose.BackHandler
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.app.screen.OnPhone
import org.marrow.app.screen.Opening
import org.marrow.app.screen.Session
import org.marrow.app.screen.Stage
import org.marrow.ui.flow.Host
import org.marrow.ui.flow.People
import org.marrow.ui.flow.QuickNewIo
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.TopBar
import org.marrow.ui.states.TroubleContent
import org.marrow.words.Words

/**
 * The phone with nobody at it that it knows: an entry over the lock bears no name, rather than that of somebody who did
 * not unlock it. The record and the sheet say that nobody was named.
 */
internal class Nobody(phone: Host) : Host by phone {
    override var people = People()
}

@Composable
internal fun QuickScreens(session: Session, onClose: () -> Unit) = OnPhone {
    var recorded by remember { mutableStateOf(false) }
    when (val stage = session.stage) {
        Stage.Opening -> Opening(session.words)
        is Stage.Closed -> TroubleContent(stage.trouble, session.words, onAgain = session::open)
        is Stage.Open -> {
            val trouble = stage.flow.trouble
            when {
                trouble != null -> TroubleContent(trouble, session.words, stage.flow.ofLast, session::open)
                recorded -> Recorded(session.words, onClose)
                else -> QuickNewIo(stage.flow, onClose, { BackHandler(onBack = it) }) { recorded = true }
            }
        }
    }
}

@Composable
private fun Recorded(words: Words, onClose: () -> Unit) = Cut {
    Page(top = { TopBar(words.newIoTitle) }, bar = { MainButton(words.commonClose, onClick = onClose) }) {
        val said = Modifier.padding(Size.edge, 16.dp).semantics { liveRegion = LiveRegionMode.Polite }
        Text(words.formRecorded(words.newIoTitle), said, style = Look.type.finding)
    }
}
