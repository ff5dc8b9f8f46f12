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
import androidx.compose.ui.graphics.SolidColor
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
    Column(modifier, Arrangement.spacedBy(4.dp)) {
        Text(label, style = Look.type.heading, color = colours.onSurfaceMuted)
        BasicTextField(
            text,
            onChange,
            Modifier.fillMaxWidth().semantics { contentDescription = said },
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
