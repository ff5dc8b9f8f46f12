package org.marrow.app.screen

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.TopBar

/** What the app's own gate says. */
data class LockedWords(val title: String, val more: String, val unlock: String, val newIo: String)

/** The gate: nothing of a patient, the way in, and the one thing that does not wait for it. */
@Composable
fun LockedContent(words: LockedWords, onUnlock: () -> Unit, onNewIo: () -> Unit) = Cut {
    Page(
        top = { TopBar("Marrow") },
        bar = {
            OutlinedAction(words.newIo, least = Size.main, onClick = onNewIo)
            MainButton(words.unlock, onClick = onUnlock)
        },
    ) {
        Text(words.title, Modifier.padding(Size.edge, 16.dp, Size.edge, 12.dp).semantics { heading() }, style = Look.type.finding)
        Text(words.more, Modifier.padding(Size.edge, 6.dp), style = Look.type.body)
    }
}
