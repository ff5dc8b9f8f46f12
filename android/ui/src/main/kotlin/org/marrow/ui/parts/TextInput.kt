package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusDirection
import androidx.compose.ui.focus.FocusManager
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.isShiftPressed
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onPreviewKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.platform.LocalFocusManager
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** A line to type into, with its label above it: a label inside would go when typing begins. [said] is read aloud in its place. */
@Composable
fun TextInput(label: String, text: String, modifier: Modifier = Modifier, said: String = label, onChange: (String) -> Unit) {
    val colours = Look.colours
    val focus = LocalFocusManager.current
    Column(modifier, Arrangement.spacedBy(4.dp)) {
        Text(label, style = Look.type.heading, color = colours.onSurfaceMuted)
        BasicTextField(
            text,
            onChange,
            Modifier.fillMaxWidth().ring(12.dp).onPreviewKeyEvent { it.leaves(focus) }.semantics { contentDescription = said },
            textStyle = Look.type.body.copy(color = colours.onSurface),
            cursorBrush = SolidColor(colours.primary),
            decorationBox = { field ->
                Column(
                    Modifier.fillMaxWidth().defaultMinSize(minHeight = Size.action).clip(Corner.chip).background(colours.surfaceRaised)
                        .border(1.5.dp, colours.outline, Corner.chip).padding(12.dp),
                    Arrangement.Center,
                ) { field() }
            },
        )
    }
}

/** Tab leads on, as everywhere: a text of several lines would take it as a blank. */
private fun KeyEvent.leaves(focus: FocusManager): Boolean {
    if (key != Key.Tab) return false
    if (type == KeyEventType.KeyDown) focus.moveFocus(if (isShiftPressed) FocusDirection.Previous else FocusDirection.Next)
    return true
}
