package org.marrow.ui.board

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import org.marrow.ffi.BoardRow
import org.marrow.ffi.CaseHeader
import org.marrow.ffi.FlagView
import org.marrow.ffi.Severity
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.parts.LocalPlateWidth
import org.marrow.ui.parts.RedStrip
import org.marrow.ui.parts.StatusPlate
import org.marrow.ui.parts.ring
import org.marrow.ui.parts.told
import org.marrow.ui.parts.weighed
import org.marrow.ui.time.Times

/** One case on the board: read as one, pressed as one. A red flag lies under it, with who was told. */
@Composable
internal fun BoardRowContent(row: BoardRow, times: Times, first: Boolean, onEvent: (BoardEvent) -> Unit) {
    val open = { onEvent(BoardEvent.Open(row.header.case)) }
    val outside = if (first) {
        Modifier.padding(horizontal = Size.cardEdge).clip(Corner.card).background(Look.colours.surfaceRaised)
    } else {
        Modifier
    }
    val inside = if (first) Modifier.padding(8.dp, 12.dp) else Modifier.padding(Size.edge, 9.dp)
    val red = row.flag?.takeIf { it.severity == Severity.RED }
    Column(outside) {
        Row(
            Modifier.fillMaxWidth().ring().clickable(role = Role.Button, onClick = open)
                .semantics(mergeDescendants = true) { contentDescription = said(row, times) }.then(inside),
            horizontalArrangement = Arrangement.spacedBy(12.dp),
        ) {
            if (Look.large) {
                Column(Modifier.weight(1f), Arrangement.spacedBy(4.dp)) {
                    row.next?.let { StatusPlate(it, times, first = first) }
                    Who(row, times, first)
                }
            } else {
                row.next?.let { StatusPlate(it, times, first = first) } ?: Spacer(Modifier.width(LocalPlateWidth.current))
                Who(row, times, first, Modifier.weight(1f))
            }
        }
        if (red != null) {
            val edge = if (first) 8.dp else Size.edge
            RedStrip("${red.severityText}: ${red.text}", told(red, times), Modifier.padding(edge, 0.dp, edge, 9.dp)) {
                onEvent(BoardEvent.OpenFlag(row.header.case))
            }
        }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Who(row: BoardRow, times: Times, first: Boolean, modifier: Modifier = Modifier) {
    val type = Look.type
    Column(modifier) {
        FlowRow(Modifier.fillMaxWidth(), Arrangement.SpaceBetween, Arrangement.Center) {
            Text(row.header.alias + "  ", style = if (first) type.alias.copy(fontSize = 22.sp) else type.alias)
            Limit(row.header, times, Modifier.align(Alignment.CenterVertically))
        }
        val task = if (first) type.main.copy(fontWeight = FontWeight.Medium) else type.value
        Text(row.next?.title ?: row.header.phaseText, style = task)
        Text(where(row.header), style = type.label, color = Look.colours.onSurfaceMuted)
        row.flag?.takeIf { it.severity == Severity.AMBER }?.let { AmberLine(it) }
    }
}

/** An amber flag in its row: a line, not a strip; the case has the rest. */
@Composable
private fun AmberLine(flag: FlagView) {
    Row(Modifier.padding(top = 2.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
        Mark(Icons.of(flag.severity), size = 16.dp, ink = Look.colours.amberMark, behind = Look.colours.surface)
        Text(flag.title, style = Look.type.heading)
    }
}

@Composable
private fun Limit(header: CaseHeader, times: Times, modifier: Modifier = Modifier) {
    val words = limitOf(header, times) ?: return
    Text(weighed(words.sentence, words.value), modifier, style = Look.type.label, color = Look.colours.onSurfaceMuted)
}

/** A case that is closed: it can still be read. */
@Composable
internal fun ClosedRow(header: CaseHeader, times: Times, onEvent: (BoardEvent) -> Unit) {
    val closed = closed(header, times)
    Column(
        Modifier.fillMaxWidth().ring().clickable(role = Role.Button) { onEvent(BoardEvent.Open(header.case)) }
            .semantics(mergeDescendants = true) { contentDescription = "${header.alias}, $closed" }
            .padding(Size.edge, 9.dp),
    ) {
        Text(header.alias, style = Look.type.value)
        Text("${where(header)} · $closed", style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}

/** `closed 03:12`. */
internal fun closed(header: CaseHeader, times: Times): String =
    header.closedAtMs?.let { times.words.boardClosedAt(times.hourOrDate(it)) } ?: header.phaseText

/** `Left proximal tibia · EZ-IO`: a name is not broken at its hyphen. */
fun where(header: CaseHeader): String =
    listOfNotNull(header.place, header.device?.replace('-', '\u2011')).joinToString(" · ").ifEmpty { header.phaseText }

/** The row as it is read aloud: task, alias, status, site, limit. */
private fun said(row: BoardRow, times: Times): String = listOfNotNull(
    row.next?.title,
    row.header.alias,
    row.next?.let { "${it.statusText}, ${times.hourOrDate(it.dueAtMs)}, ${times.relative(it.dueAtMs)}" },
    where(row.header),
    limitOf(row.header, times)?.sentence,
    row.flag?.takeIf { it.severity == Severity.AMBER }?.let { "${it.severityText}, ${it.title}" },
).joinToString(", ")
