package org.marrow.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** A line of what happened or will: the time in its column, what, and below it who, after it how soon. Struck: ruled through. */
@Composable
fun EntryLine(time: String, what: String, below: String? = null, after: String? = null, struck: Boolean = false) {
    val line = if (struck) TextDecoration.LineThrough else null
    val content: @Composable (Modifier) -> Unit = { words ->
        Text(time, Modifier.widthIn(min = 48.dp), style = Look.type.line.copy(fontWeight = FontWeight.Medium))
        Column(words) {
            Text(what, style = Look.type.line, textDecoration = line)
            if (!below.isNullOrEmpty()) Text(below, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
        if (after != null) Text(after, style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
    val whole = Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(Size.edge, 6.dp)
    if (Look.large) Column(whole) { content(Modifier) } else Row(whole, Arrangement.spacedBy(12.dp)) { content(Modifier.weight(1f)) }
}
