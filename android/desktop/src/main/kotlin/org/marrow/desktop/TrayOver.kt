package org.marrow.desktop

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CaseId
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.MarkButton
import org.marrow.ui.parts.ring
import org.marrow.ui.time.Times

/**
 * What fired last, above the screen, and how many wait behind it, as a phone's system shows it: counts and times only.
 * Closing is not doing. The strip is always there, with the hour: what comes moves nothing under the hand.
 */
@Composable
internal fun TrayOver(tray: Tray, times: Times, onOpen: (CaseId) -> Unit, screen: @Composable () -> Unit) {
    Column {
        Box(Modifier.fillMaxWidth().height(STRIP).background(Look.colours.surfaceSunk), Alignment.CenterStart) {
            val notice = tray.shown.firstOrNull()
            val close = { tray.shown.remove(notice) }
            if (notice == null) Text(times.hour(times.nowMs), Modifier.padding(horizontal = Size.edge), style = Look.type.status)
            else Card(notice, tray.shown.size - 1, times, { close(); notice.case?.let(onOpen) }) { close() }
        }
        Box(Modifier.weight(1f)) { screen() }
    }
}

@Composable
private fun Card(notice: Notice, behind: Int, times: Times, onOpen: () -> Unit, onClose: () -> Unit) {
    Row(
        Modifier.fillMaxSize().ring().clickable(role = Role.Button, onClick = onOpen)
            .semantics { liveRegion = LiveRegionMode.Assertive }.padding(start = Size.edge),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text("${times.hour(notice.atMs)} · ${notice.title}", style = Look.type.status)
            Text(notice.body, style = Look.type.label, maxLines = 3, overflow = TextOverflow.Ellipsis)
        }
        if (behind > 0) Text("+$behind", style = Look.type.status)
        MarkButton(Icons.close, times.words.commonClose, onClick = onClose)
    }
}

/** Room for a title and three lines. */
internal val STRIP = 88.dp
