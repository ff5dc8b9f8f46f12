package org.marrow.ui.case

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.FlowRowScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import org.marrow.ffi.CaseHeader
import org.marrow.ffi.CasePhase
import org.marrow.ffi.CaseView
import org.marrow.ffi.LimitView
import org.marrow.ui.board.closed
import org.marrow.ui.board.limitOf
import org.marrow.ui.board.where
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.BodyFigure
import org.marrow.ui.parts.DwellRuler
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.TopBar
import org.marrow.ui.time.Times
import org.marrow.words.Words

/** The alias, which never scrolls away, and the way back. */
@Composable
internal fun CaseTop(view: CaseView, words: Words, onEvent: (CaseEvent) -> Unit) {
    TopBar(view.header.alias, Icons.back, words.commonBack, { onEvent(CaseEvent.Back) })
}

/** Where, with what, how long to the limit; the ruler. A case without a needle asks whether there is one. */
@Composable
internal fun CaseHead(state: CaseState) {
    val header = state.case.header
    val times = state.times
    Column(Modifier.fillMaxWidth().background(Look.colours.surfaceRaised)) {
        Row(Modifier.padding(horizontal = Size.edge), Arrangement.spacedBy(8.dp)) {
            Column(Modifier.weight(1f)) {
                Text(where(header), style = Look.type.value)
                if (header.phase == CasePhase.AWAITING) Text(times.words.caseIsOneIn, Modifier.padding(top = 8.dp), style = Look.type.screen)
                if (header.phase == CasePhase.CLOSED) Text(closed(header, times), Modifier.padding(top = 8.dp), style = Look.type.alias)
                Limit(header, times)
            }
            if (!Look.large) BodyFigure(state.case.bone(), Modifier.width(64.dp).height(104.dp), state.case.tried.toSet())
        }
        Dwelling(header, times)
        Hairline()
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Limit(header: CaseHeader, times: Times) {
    val limit = header.limit
    // Each part is a text of its own, so that a line breaks between them and not inside the length.
    FlowRow(Modifier.padding(top = 6.dp), horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        limitOf(header, times)?.let { (sentence, value) ->
            Around(sentence.substringBefore(value).trim())
            Text(digitsLarge(value), Modifier.alignByBaseline(), style = Look.type.left)
            Around(sentence.substringAfter(value).trim())
        }
    }
    if (limit != null) Text(source(limit, times), style = Look.type.label, color = Look.colours.onSurfaceMuted)
}

private fun source(limit: LimitView, times: Times) =
    listOfNotNull(times.words.caseLimitSource(limit.hours, whose(limit.source)), limit.strictest).joinToString(" · ")

/** Whose word it is; where exactly that is written stands in the policy. */
internal fun whose(source: String) = source.substringBefore(" (")

@Composable
private fun Dwelling(header: CaseHeader, times: Times) {
    val from = header.insertedAtMs
    val limit = header.limit
    if (from != null && limit != null) {
        DwellRuler(from, limit.atMs, times, Modifier.padding(Size.edge, 8.dp, Size.edge, 10.dp))
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun FlowRowScope.Around(words: String) {
    if (words.isNotEmpty()) Text(words, Modifier.alignByBaseline(), style = Look.type.value, color = Look.colours.onSurfaceMuted)
}

/** The digits of a length large, its units smaller. */
private fun digitsLarge(value: String): AnnotatedString = buildAnnotatedString {
    append(value)
    val units = SpanStyle(fontSize = 20.sp, fontWeight = FontWeight.Medium, letterSpacing = 0.sp)
    for (run in Regex("[^0-9:]+").findAll(value)) addStyle(units, run.range.first, run.range.last + 1)
}
