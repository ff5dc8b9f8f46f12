package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** What was just recorded, and the way to take it back, above the bar. Whoever hosts the page takes it away in time. */
@Composable
fun UndoBand(text: String, undo: String, onUndo: () -> Unit) {
    Row(
        Modifier.padding(Size.cardEdge).fillMaxWidth().clip(Corner.chip).background(Look.colours.primarySoft)
            .semantics { liveRegion = LiveRegionMode.Polite }.padding(start = 12.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Text(text, Modifier.weight(1f), style = Look.type.value, color = Look.colours.onPrimarySoft)
        TextAction(undo, Modifier.defaultMinSize(minHeight = Size.main), side = 12.dp, onClick = onUndo)
    }
}
