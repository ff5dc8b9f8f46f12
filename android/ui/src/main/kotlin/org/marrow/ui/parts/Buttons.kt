package org.marrow.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Drawing
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size

/** The one main action of a screen: filled, 64 high. [writes] says what it will put on record. */
@Composable
fun MainButton(text: String, modifier: Modifier = Modifier, mark: Drawing? = null, writes: String? = null, onClick: () -> Unit) {
    val colours = Look.colours
    Pressable(colours.action, null, Size.main, modifier, onClick) {
        if (mark != null && !Look.large) Mark(mark, ink = colours.onAction)
        Words(text, writes, Look.type.main, colours.onAction)
    }
}

/** A second action: outlined. */
@Composable
fun OutlinedAction(
    text: String,
    modifier: Modifier = Modifier,
    mark: Drawing? = null,
    least: Dp = Size.action,
    below: String? = null,
    onClick: () -> Unit,
) {
    val colours = Look.colours
    Pressable(Color.Transparent, BorderStroke(1.5.dp, colours.outline), least, modifier, onClick) {
        if (mark != null && !Look.large) Mark(mark)
        Words(text, below, Look.type.value, colours.onSurface)
    }
}

/** A second action inside a card: tinted. */
@Composable
fun TintedAction(text: String, modifier: Modifier = Modifier, onClick: () -> Unit) {
    val colours = Look.colours
    Pressable(colours.primarySoft, null, Size.action, modifier, onClick) {
        Words(text, null, Look.type.value, colours.onPrimarySoft)
    }
}

/** An action in words alone; [side] is what is pressed beside them. */
@Composable
fun TextAction(text: String, modifier: Modifier = Modifier, mark: Drawing? = null, side: Dp = 8.dp, onClick: () -> Unit) {
    Pressable(Color.Transparent, null, Size.action, modifier, onClick, side) {
        Words(text, null, Look.type.value, Look.colours.primary)
        if (mark != null) Mark(mark, size = 18.dp, ink = Look.colours.primary)
    }
}

/** A mark that is pressed, in the bar on top: back, close, menu. [says] is read aloud in its place. */
@Composable
fun MarkButton(mark: Drawing, says: String, modifier: Modifier = Modifier, ink: Color = Look.colours.onSurface, onClick: () -> Unit) {
    Box(
        modifier.size(Size.target).clip(CircleShape).ring(24.dp).clickable(role = Role.Button, onClick = onClick)
            .semantics { contentDescription = says },
        contentAlignment = Alignment.Center,
    ) { Mark(mark, ink = ink) }
}

@Composable
private fun Pressable(
    fill: Color,
    edge: BorderStroke?,
    least: Dp,
    modifier: Modifier,
    onClick: () -> Unit,
    side: Dp = if (Look.large) 12.dp else 16.dp,
    content: @Composable RowScope.() -> Unit,
) {
    Row(
        modifier.defaultMinSize(minHeight = least).clip(Corner.button).background(fill)
            .then(if (edge == null) Modifier else Modifier.border(edge, Corner.button))
            .ring(16.dp).clickable(role = Role.Button, onClick = onClick)
            .padding(horizontal = side, vertical = 8.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
        content = content,
    )
}

@Composable
private fun Words(text: String, below: String?, style: androidx.compose.ui.text.TextStyle, ink: Color) {
    Column(horizontalAlignment = Alignment.CenterHorizontally) {
        Text(text, style = style, color = ink, textAlign = TextAlign.Center)
        if (below != null) Text(below, style = Look.type.label, color = ink, textAlign = TextAlign.Center)
    }
}
