package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** Why the core did not take something, in its own words; [liftedBy] is the field whose answer lifts it. */
data class Refusal(val title: String, val advice: String, val liftedBy: String? = null)

/** The refusal on top of the page that keeps what was typed. It is no finding on a patient, so it is not red. */
@Composable
fun RefusedBand(refusal: Refusal) {
    Column(
        Modifier.padding(horizontal = Size.cardEdge).fillMaxWidth().clip(Corner.card).background(Look.colours.surfaceRaised)
            .border(2.dp, Look.colours.onSurface, Corner.card)
            .semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Assertive }.padding(12.dp),
    ) {
        Text(refusal.title, style = Look.type.main)
        Text(refusal.advice, style = Look.type.body)
    }
}
