package org.marrow.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.focus.onFocusChanged
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size as Area
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.input.pointer.PointerEventPass
import androidx.compose.ui.input.pointer.PointerEventType
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look

/** A ring inside whatever a keyboard has come to; set before what makes it pressable. What is touched has none. */
@Composable
fun Modifier.ring(corner: Dp = 8.dp): Modifier {
    var here by remember { mutableStateOf(false) }
    var touched by remember { mutableStateOf(false) }
    val ink = Look.colours.focus
    val touch = Modifier.pointerInput(Unit) {
        awaitPointerEventScope {
            while (true) if (awaitPointerEvent(PointerEventPass.Initial).type == PointerEventType.Press) touched = true
        }
    }
    val focus = onFocusChanged {
        here = it.isFocused
        if (!here) touched = false
    }
    return focus.then(touch).drawWithContent {
        drawContent()
        val wide = 3.dp.toPx()
        if (here && !touched) {
            val inside = Area(size.width - wide, size.height - wide)
            drawRoundRect(ink, Offset(wide / 2, wide / 2), inside, CornerRadius(corner.toPx()), style = Stroke(wide))
        }
    }
}
