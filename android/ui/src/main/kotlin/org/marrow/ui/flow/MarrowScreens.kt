package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import org.marrow.ffi.CaseView
import org.marrow.ffi.Document
import org.marrow.ui.nav.Panes
import org.marrow.ui.nav.Place
import org.marrow.ui.states.TroubleContent

/** All screens, as the flow leads through them. [paper] draws a document in the frame of its preview. */
@Composable
fun MarrowScreens(flow: Flow, paper: @Composable (Document) -> Unit) {
    val trouble = flow.trouble
    if (trouble != null) {
        TroubleContent(trouble, flow.times.words) {
            flow.trouble = null
            flow.act { flow.client.refresh() }
        }
        return
    }
    val place = flow.place
    Panes(
        board = { BoardPage(flow) },
        opened = if (place == Place.Board) null else ({ key(place) { PlacePage(flow, place, paper) } }),
    )
}

@Composable
private fun PlacePage(flow: Flow, place: Place, paper: @Composable (Document) -> Unit) {
    when (place) {
        Place.Board -> Unit
        is Place.NewIo -> NewIoPage(flow, place)
        is Place.Case -> OfCase(flow, place.case) { CasePage(flow, it) }
        is Place.Form -> OfCase(flow, place.case) { FormPage(flow, place, it) }
        is Place.Removal -> OfCase(flow, place.case) { RemovalPage(flow, it) }
        is Place.Flag -> OfCase(flow, place.case) { FlagPage(flow, place, it) }
        is Place.Record -> RecordPage(flow, place)
        is Place.Sheet -> OfCase(flow, place.case) { SheetPage(flow, it, paper) }
        Place.Reminders -> RemindersPage(flow)
        is Place.Reference -> ReferencePage(flow, place)
        Place.Policy -> PolicyPage(flow)
        is Place.Settings -> SettingsPage(flow, place)
    }
}

/** The case on the screen, once it is the one that is meant: another's is never shown in its place. */
@Composable
private fun OfCase(flow: Flow, case: java.util.UUID, page: @Composable (CaseView) -> Unit) {
    val shown by flow.client.shown.collectAsState()
    shown?.takeIf { it.header.case == case }?.let { page(it) }
}
