package org.marrow.ui.reference

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.ReferenceCard
import org.marrow.ffi.ReferenceLine
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.GoRow
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** The cards of devices and products; one of them open, or none. */
data class ReferenceState(val words: Words, val cards: List<ReferenceCard>, val open: ReferenceCard? = null)

sealed interface ReferenceEvent {
    data object Back : ReferenceEvent

    data class Open(val card: ReferenceCard) : ReferenceEvent
}

/** What is known of devices and products, offline, each line with its source. No card gives a dose. */
@Composable
fun ReferenceContent(state: ReferenceState, onEvent: (ReferenceEvent) -> Unit) = Cut {
    val title = state.open?.title ?: state.words.referenceTitle
    Page(top = { TopBar(title, Icons.back, state.words.commonBack, { onEvent(ReferenceEvent.Back) }) }) {
        val open = state.open
        if (open != null) {
            CardLines(open.lines)
        } else {
            state.cards.forEach { card ->
                Hairline()
                GoRow(card.title) { onEvent(ReferenceEvent.Open(card)) }
            }
        }
    }
}

/** Lines of a card, by topic: what it says, its source in muted text beneath. */
@Composable
private fun CardLines(lines: List<ReferenceLine>) {
    lines.groupBy { it.topic }.forEach { (topic, said) ->
        SectionHead(topic)
        said.forEach { line ->
            Column(Modifier.semantics(mergeDescendants = true) {}.padding(Size.edge, 6.dp)) {
                Text(line.text, style = Look.type.body)
                Text(line.source, style = Look.type.label, color = Look.colours.onSurfaceMuted)
            }
        }
    }
}
