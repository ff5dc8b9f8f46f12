package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ffi.CaseView
import org.marrow.ffi.Document
import org.marrow.ffi.DocumentKind
import org.marrow.ffi.EntryKind
import org.marrow.ui.nav.Place
import org.marrow.ui.redflag.RedFlagContent
import org.marrow.ui.redflag.RedFlagEvent
import org.marrow.ui.redflag.RedFlagState
import org.marrow.ui.sheet.SheetContent
import org.marrow.ui.sheet.SheetEvent
import org.marrow.ui.sheet.SheetState

/** A flag of a case. Once what raised it is gone, so is its page. */
@Composable
internal fun FlagPage(flow: Flow, place: Place.Flag, case: CaseView) {
    val flag = case.flags.firstOrNull { it.rule == place.rule && it.step == place.step }
    if (flag == null) {
        LaunchedEffect(Unit) { flow.instead(place, emptyList()) }
        return
    }
    RedFlagContent(RedFlagState(flow.times, case, flag)) { event ->
        when (event) {
            RedFlagEvent.BACK -> flow.back()
            RedFlagEvent.TAKE_OUT -> flow.go(Place.Removal(place.case))
            RedFlagEvent.TELL -> flow.go(Place.Form(place.case, EntryKind.TELL, mapOf("rule" to place.rule)))
        }
    }
}

/** The nursing sheet before it goes to paper, in the language that is chosen for it. */
@Composable
internal fun SheetPage(flow: Flow, case: CaseView, paper: @Composable (Document) -> Unit) {
    var lang by remember { mutableStateOf(flow.client.lang) }
    var document by remember { mutableStateOf<Document?>(null) }
    LaunchedEffect(lang, case.entries) {
        flow.act { document = flow.client.document(DocumentKind.NursingSheet(unsynced = false), case.header.case, lang) }
    }
    SheetContent(
        SheetState(flow.times.words, case.header, lang),
        { event ->
            when (event) {
                SheetEvent.Back -> flow.back()
                is SheetEvent.Language -> lang = event.lang
                SheetEvent.Print -> document?.let(flow.host::print)
                SheetEvent.Share -> document?.let(flow.host::share)
            }
        },
    ) { document?.let { paper(it) } }
}
