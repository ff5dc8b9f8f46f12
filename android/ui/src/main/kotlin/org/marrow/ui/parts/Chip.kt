package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Drawing
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size

/** One of several answers. Chosen: filled; no answer is coloured good or bad. */
@Composable
fun Chip(
    text: String,
    chosen: Boolean,
    modifier: Modifier = Modifier,
    below: String? = null,
    mark: Drawing? = null,
    least: Dp = Size.target,
    align: Alignment.Horizontal = Alignment.CenterHorizontally,
    said: String? = null,
    onClick: () -> Unit,
) {
    val colours = Look.colours
    val ink = if (chosen) colours.onPrimary else colours.onSurface
    Column(
        modifier.defaultMinSize(minHeight = least).clip(Corner.chip)
            .background(if (chosen) colours.primary else colours.surfaceRaised)
            .border(1.5.dp, if (chosen) colours.primary else colours.outline, Corner.chip)
            .ring(12.dp).selectable(chosen, role = Role.RadioButton, onClick = onClick)
            .semantics { said?.let { contentDescription = it } }
            .padding(horizontal = if (align == Alignment.CenterHorizontally) 4.dp else 10.dp, vertical = 4.dp),
        verticalArrangement = Arrangement.Center,
        horizontalAlignment = align,
    ) {
        if (mark != null) Mark(mark, size = 36.dp, ink = ink)
        val side = if (align == Alignment.End) TextAlign.End else if (align == Alignment.Start) TextAlign.Start else TextAlign.Center
        Text(text, style = Look.type.value.copy(fontWeight = if (chosen) FontWeight.Bold else FontWeight.Medium), color = ink, textAlign = side)
        if (below != null) {
            Text(below, style = Look.type.label, color = if (chosen) ink else colours.onSurfaceMuted, textAlign = side)
        }
    }
}

/** Answers to one question, side by side; one below the other where the letters are large. */
@Composable
fun <T> Answers(
    options: List<Pair<T, String>>,
    chosen: T?,
    modifier: Modifier = Modifier,
    question: String? = null,
    least: Dp = Size.target,
    onChoose: (T) -> Unit,
) {
    val chip: @Composable (T, String, Modifier) -> Unit = { option, text, size ->
        Chip(text, option == chosen, size, least = least, said = question?.let { "$it: $text" }) { onChoose(option) }
    }
    if (Look.large) {
        Column(modifier.fillMaxWidth().selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            options.forEach { (option, text) -> chip(option, text, Modifier.fillMaxWidth()) }
        }
    } else {
        Row(modifier.fillMaxWidth().height(IntrinsicSize.Min).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            options.forEach { (option, text) -> chip(option, text, Modifier.weight(1f).fillMaxHeight()) }
        }
    }
}

/** A question in a few words before its answers; above them where the letters are large. */
@Composable
fun <T> Asked(question: String, options: List<Pair<T, String>>, chosen: T?, least: Dp = Size.target, onChoose: (T) -> Unit) {
    val label: @Composable (Modifier) -> Unit = { Text(question, it, style = Look.type.heading, color = Look.colours.onSurfaceMuted) }
    if (Look.large) {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(4.dp)) {
            label(Modifier)
            Answers(options, chosen, question = question, least = least, onChoose = onChoose)
        }
    } else {
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap), Alignment.CenterVertically) {
            label(Modifier.width(72.dp))
            Answers(options, chosen, Modifier.weight(1f), question, least, onChoose)
        }
    }
}
