package org.marrow.ui.redflag

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CasePhase
import org.marrow.ffi.CaseView
import org.marrow.ffi.FlagView
import org.marrow.ffi.Severity
import org.marrow.ui.board.where
import org.marrow.ui.case.raisedBy
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.MarkButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.told
import org.marrow.ui.time.Times

/** What the top is drawn with: red for a red flag alone. */
private class Top(val fill: Color, val ink: Color, val sign: Color)

@Composable
private fun top(flag: FlagView): Top = with(Look.colours) {
    when (flag.severity) {
        Severity.RED -> Top(redFill, redInk, redSign)
        Severity.AMBER -> Top(surfaceRaised, onSurface, amberMark)
        Severity.NOTE -> Top(surfaceRaised, onSurface, noteMark)
    }
}

/** One flag of a case. */
data class RedFlagState(val times: Times, val case: CaseView, val flag: FlagView)

enum class RedFlagEvent { BACK, TAKE_OUT, TELL }

/**
 * What was found, the policy's words, who to call, what clears it. Nothing here is ticked off, weighed or put away: it
 * goes when what raised it is gone.
 */
@Composable
fun RedFlagContent(state: RedFlagState, onEvent: (RedFlagEvent) -> Unit) = Cut {
    val words = state.times.words
    val low = Look.large || maxHeight < 700.dp
    Page(
        top = {
            FlagBar(state, onEvent)
            if (!low) Found(state)
        },
        topFill = top(state.flag).fill,
        bar = {
            if (state.case.header.phase == CasePhase.DWELLING) {
                OutlinedAction(words.caseTakeOut, least = Size.main) { onEvent(RedFlagEvent.TAKE_OUT) }
            }
            MainButton(words.flagTell) { onEvent(RedFlagEvent.TELL) }
        },
    ) {
        if (low) Found(state)
        Policy(state.flag.action)
        WhoToCall(state)
        Text(state.flag.clearsWhen, Modifier.padding(Size.edge, 12.dp), style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}

@Composable
private fun FlagBar(state: RedFlagState, onEvent: (RedFlagEvent) -> Unit) {
    val ink = top(state.flag).ink
    Row(Modifier.fillMaxWidth().padding(start = 4.dp, end = Size.edge, top = 4.dp), Arrangement.spacedBy(4.dp), Alignment.CenterVertically) {
        MarkButton(Icons.back, state.times.words.commonBack, ink = ink) { onEvent(RedFlagEvent.BACK) }
        val header = state.case.header
        val line = buildAnnotatedString {
            withStyle(SpanStyle(fontWeight = FontWeight.Bold)) { append(header.alias) }
            append(" · ${where(header)}")
        }
        Text(line, Modifier.weight(1f), style = Look.type.body, color = ink)
    }
}

@Composable
private fun Found(state: RedFlagState) {
    val flag = state.flag
    val top = top(flag)
    Row(
        Modifier.fillMaxWidth().background(top.fill).padding(Size.edge, 8.dp, Size.edge, 16.dp),
        Arrangement.spacedBy(if (Look.large) 8.dp else 16.dp),
    ) {
        if (!Look.large) Mark(Icons.of(flag.severity), size = 42.dp, ink = top.sign, behind = top.fill)
        Column {
            Text(flag.severityText, style = Look.type.value, color = top.ink)
            Text(
                flag.text.replaceFirstChar { it.uppercase() }.ifEmpty { flag.title },
                Modifier.semantics { heading() },
                style = Look.type.finding,
                color = top.ink,
            )
            Text(raisedBy(flag, state.case, state.times), Modifier.padding(top = 4.dp), style = Look.type.body, color = top.ink)
        }
    }
}

/** The policy's sentences one below the other, as they stand: none is more than another. */
@Composable
private fun Policy(action: String) {
    val sentences = action.split(Regex("(?<=\\.) ")).filter { it.isNotBlank() }
    Column(Modifier.padding(Size.edge, 12.dp), Arrangement.spacedBy(8.dp)) {
        if (sentences.size == 1) {
            Text(action, style = Look.type.alias.copy(fontWeight = FontWeight.Medium))
        } else {
            Text(sentences.first(), style = Look.type.heading, color = Look.colours.onSurfaceMuted)
            sentences.drop(1).forEachIndexed { n, sentence ->
                Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(12.dp)) {
                    Text("${n + 1}", Modifier.alignByBaseline().widthIn(min = 20.dp), style = Look.type.body, color = Look.colours.onSurfaceMuted)
                    Text(sentence, Modifier.alignByBaseline().weight(1f), style = Look.type.alias.copy(fontWeight = FontWeight.Medium))
                }
            }
        }
    }
}

@Composable
private fun WhoToCall(state: RedFlagState) {
    val clinician = state.case.patientForm.responsibleClinician
    Column(
        Modifier.padding(horizontal = Size.cardEdge).fillMaxWidth().clip(Corner.card).background(Look.colours.surfaceRaised)
            .semantics(mergeDescendants = true) {}.padding(12.dp),
    ) {
        if (clinician != null) Text(clinician, style = Look.type.alias)
        val known = told(state.flag, state.times).replaceFirstChar { it.uppercase() }
        if (clinician != null) Text(state.times.words.flagResponsible, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        Text(known, style = Look.type.value)
    }
}
