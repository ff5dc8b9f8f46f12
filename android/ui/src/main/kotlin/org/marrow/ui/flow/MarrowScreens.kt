package org.marrow.ui.flow

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CaseView
import org.marrow.ffi.Document
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.nav.Panes
import org.marrow.ui.nav.Place
import org.marrow.ui.states.TroubleContent
import org.marrow.words.Words

/** All screens, as the flow leads through them. [paper] draws a document in the frame of its preview. */
@Composable
fun MarrowScreens(flow: Flow, paper: @Composable (Document) -> Unit) {
    val trouble = flow.trouble
    if (trouble != null) {
        TroubleContent(trouble, flow.times.words, flow.ofLast, flow::tryAgain)
        return
    }
    val place = flow.place
    Panes(
        board = { BoardPage(flow) },
        opened = if (place == Place.Board) null else ({ OpenedPage(flow, place, paper) }),
    )
}

@Composable
private fun OpenedPage(flow: Flow, place: Place, paper: @Composable (Document) -> Unit) {
    val stale by flow.client.stale.collectAsState()
    Column {
        // On every page: whoever still sees as due what she has done would do it again.
        if (stale != null) Stale(flow.times.words)
        Box(Modifier.weight(1f)) { key(flow.places.size, place) { PlacePage(flow, place, paper) } }
    }
}

/** What was recorded is, and could not be read again. */
@Composable
private fun Stale(words: Words) {
    Text(
        words.boardStale,
        Modifier.fillMaxWidth().background(Look.colours.surface).semantics { liveRegion = LiveRegionMode.Polite }.padding(Size.edge, 8.dp),
        style = Look.type.status,
        color = Look.colours.onSurface,
    )
}

@Composable
private fun PlacePage(flow: Flow, place: Place, paper: @Composable (Document) -> Unit) {
    when (place) {
        Place.Board -> Unit
        is Place.NewIo -> NewIoPage(flow, place)
        is Place.Case -> OfCase(flow, place.case) { CasePage(flow, it) }
        is Place.Form -> OfCase(flow, place.case) { FormPage(flow, place, it) }
        is Place.Removal -> OfCase(flow, place.case) { RemovalPage(flow, place, it) }
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
