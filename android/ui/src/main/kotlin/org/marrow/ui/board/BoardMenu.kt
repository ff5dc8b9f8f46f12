package org.marrow.ui.board

import androidx.compose.runtime.Composable
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.Sheet
import org.marrow.words.Words

/** What is not a case: the phone's reminders, reference, policy, settings. */
@Composable
internal fun BoardMenu(words: Words, onEvent: (BoardEvent) -> Unit) {
    Sheet(words.boardMenu, words.commonClose, { onEvent(BoardEvent.Menu(false)) }) {
        MenuEntry.entries.forEach { entry ->
            Hairline()
            GoRow(name(entry, words)) { onEvent(BoardEvent.Go(entry)) }
        }
    }
}

private fun name(entry: MenuEntry, words: Words) = when (entry) {
    MenuEntry.REMINDERS -> words.remindersTitle
    MenuEntry.REFERENCE -> words.referenceTitle
    MenuEntry.POLICY -> words.policyTitle
    MenuEntry.SETTINGS -> words.settingsTitle
}
