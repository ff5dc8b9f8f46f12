package org.marrow.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import org.marrow.ui.look.Size
import org.marrow.words.Words

/** What becomes of a page that is closed with something half filled in. */
enum class Leaving { SAVE, STAY, AWAY }

/** Asks that; whatever else is pressed, she stays. */
@Composable
fun LeaveSheet(words: Words, save: String, onLeave: (Leaving) -> Unit) {
    Sheet(words.formLeave, words.commonClose, { onLeave(Leaving.STAY) }) {
        Column(Modifier.fillMaxWidth().padding(Size.edge, Size.gap), Arrangement.spacedBy(Size.gap)) {
            MainButton(save, Modifier.fillMaxWidth()) { onLeave(Leaving.SAVE) }
            OutlinedAction(words.formStay, Modifier.fillMaxWidth()) { onLeave(Leaving.STAY) }
            OutlinedAction(words.formThrowAway, Modifier.fillMaxWidth()) { onLeave(Leaving.AWAY) }
        }
    }
}
