package org.marrow.ui.sheet

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CaseHeader
import org.marrow.ffi.Lang
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Answers
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.Ident
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** The nursing sheet before it goes to paper. */
data class SheetState(val words: Words, val header: CaseHeader, val lang: Lang)

sealed interface SheetEvent {
    data object Back : SheetEvent

    data class Language(val lang: Lang) : SheetEvent

    data object Print : SheetEvent

    data object Share : SheetEvent
}

/** A frame around the sheet: which case, which language, where it goes. The host lays the [paper] in. */
@Composable
fun SheetContent(state: SheetState, onEvent: (SheetEvent) -> Unit, paper: @Composable () -> Unit) = Cut {
    val words = state.words
    Page(
        top = {
            TopBar(words.caseSheet, Icons.back, words.commonBack, { onEvent(SheetEvent.Back) })
            Ident(state.header)
        },
        widest = 900.dp,
        bar = {
            OutlinedAction(words.sheetShare, least = Size.main) { onEvent(SheetEvent.Share) }
            MainButton(words.sheetPrint) { onEvent(SheetEvent.Print) }
        },
    ) {
        Answers(listOf(Lang.EN to "English", Lang.ES to "Español"), state.lang, Modifier.padding(Size.edge, 4.dp), words.settingsLanguage) {
            onEvent(SheetEvent.Language(it))
        }
        Box(Modifier.padding(Size.edge, 12.dp).fillMaxWidth().heightIn(min = 240.dp).background(Look.colours.surfaceSunk).padding(1.dp)) { paper() }
        Text(words.sheetPrivate, Modifier.padding(Size.edge, 4.dp), style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}
