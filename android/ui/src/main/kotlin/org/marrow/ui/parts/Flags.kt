package org.marrow.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.marrow.ffi.FlagView
import org.marrow.ffi.Severity
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size
import org.marrow.ui.time.Times

/** Who was told of a flag and when, or that nobody was. */
fun told(flag: FlagView, times: Times): String {
    val words = times.words
    val whom = flag.told ?: return words.flagNotTold
    return flag.toldAtMs?.let { words.flagToldAt(whom, times.hourOrDate(it)) } ?: words.flagTold(whom)
}

/** A red flag across its row: what was found, and who knows. */
@Composable
fun RedStrip(title: String, below: String, modifier: Modifier = Modifier, onClick: (() -> Unit)? = null) {
    val colours = Look.colours
    val press = if (onClick == null) Modifier else Modifier.ring().clickable(role = Role.Button, onClick = onClick)
    Row(
        modifier.fillMaxWidth().defaultMinSize(minHeight = if (onClick == null) 0.dp else Size.target)
            .clip(Corner.plate).background(colours.redStrip).then(press)
            .semantics(mergeDescendants = onClick != null) {}
            .padding(horizontal = 10.dp, vertical = 8.dp),
        horizontalArrangement = Arrangement.spacedBy(10.dp),
    ) {
        Mark(Icons.of(Severity.RED), size = 22.dp, ink = colours.redStripInk, behind = colours.redStrip)
        Column {
            Text(title, style = Look.type.status, color = colours.redStripInk)
            Text(below, style = Look.type.line, color = colours.redStripInk)
        }
    }
}

/**
 * An open flag in its case: what was found, the policy's words, what raised it and what clears it. A red one opens its
 * own page.
 */
@Composable
fun FlagCard(flag: FlagView, times: Times, raisedBy: String, onOpen: () -> Unit) {
    val colours = Look.colours
    val mark = if (flag.severity == Severity.AMBER) colours.amberMark else colours.noteMark
    val edge = if (flag.severity == Severity.AMBER) colours.amberMark else colours.hairline
    if (flag.severity == Severity.RED) {
        RedStrip("${flag.severityText}: ${flag.text}", told(flag, times), Modifier.padding(horizontal = Size.cardEdge), onOpen)
        return
    }
    Row(
        Modifier.padding(horizontal = Size.cardEdge).fillMaxWidth().clip(Corner.card).background(colours.surfaceRaised)
            .border(BorderStroke(1.5.dp, edge), Corner.card)
            .ring().clickable(role = Role.Button, onClick = onOpen)
            .semantics(mergeDescendants = true) {
                contentDescription = listOf(flag.severityText, flag.title, flag.text, flag.action, raisedBy, flag.clearsWhen)
                    .filter { it.isNotEmpty() }.joinToString(", ")
            }
            .padding(12.dp),
        horizontalArrangement = Arrangement.spacedBy(10.dp),
    ) {
        Mark(Icons.of(flag.severity), size = 22.dp, ink = mark, behind = if (flag.severity == Severity.AMBER) colours.surfaceRaised else Color.Transparent)
        Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
            Text(flag.title, style = Look.type.status)
            if (flag.text.isNotEmpty()) Text(flag.text, style = Look.type.line.copy(fontWeight = FontWeight.Medium))
            Text(flag.action, style = Look.type.line)
            Text("$raisedBy · ${flag.clearsWhen}", style = Look.type.label, color = colours.onSurfaceMuted)
        }
    }
}
