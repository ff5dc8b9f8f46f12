package org.marrow.ui.parts

import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.animate
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableFloatStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Size as Area
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/**
 * A main action that is held until it is full: a touch in passing does nothing. Whoever cannot hold has the same in two
 * taps beside it; a screen reader's own double tap is deliberate, and does it at once.
 */
@Composable
fun HoldButton(text: String, modifier: Modifier = Modifier, onHeld: () -> Unit) {
    val held by rememberUpdatedState(onHeld)
    var pressed by remember { mutableStateOf(false) }
    var full by remember { mutableFloatStateOf(0f) }
    LaunchedEffect(pressed) {
        full = 0f
        if (pressed) {
            animate(0f, 1f, animationSpec = tween(HOLD_MS, easing = LinearEasing)) { value, _ -> full = value }
            held()
        }
    }
    val colours = Look.colours
    Box(
        modifier.defaultMinSize(minHeight = Size.main).clip(Corner.button).background(colours.action)
            .drawBehind { drawRect(colours.onAction.copy(alpha = 0.25f), size = Area(size.width * full, size.height)) }
            .semantics(mergeDescendants = true) {
                role = Role.Button
                onClick { held(); true }
            }
            .pointerInput(Unit) {
                detectTapGestures(
                    onPress = {
                        pressed = true
                        tryAwaitRelease()
                        pressed = false
                    },
                )
            }
            .padding(12.dp, 8.dp),
        contentAlignment = Alignment.Center,
    ) { Text(text, style = Look.type.main, color = colours.onAction, textAlign = TextAlign.Center) }
}

private const val HOLD_MS = 1_000
