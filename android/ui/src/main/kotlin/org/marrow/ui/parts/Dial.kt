package org.marrow.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size as Area
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.rotate
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.time.Times

/**
 * A countdown to be read from where both hands are busy: what has passed is a thick arc, what is to come thin ticks; the
 * digits in the middle do not grow with the text, because they are larger than any.
 */
@Composable
fun ColumnScope.Dial(fromMs: Long, untilMs: Long, times: Times, side: Dp) {
    val length = (untilMs - fromMs).coerceAtLeast(1)
    val passed = (times.nowMs - fromMs).coerceIn(0, length)
    val words = times.words
    Box(Modifier.align(Alignment.CenterHorizontally).size(side), contentAlignment = Alignment.Center) {
        val past = Look.colours.rulerPast
        val left = Look.colours.rulerLeft
        Canvas(Modifier.fillMaxSize().clearAndSetSemantics {}) { dial(length, passed, past, left) }
        // In a small dial the digits need the place.
        if (side >= 300.dp) Minutes(length, side)
        Digits(times.countdown(length - passed), side)
    }
    val until = times.hour(untilMs)
    Text(
        weighed(words.removalUntil(times.countdown(length), until), until),
        Modifier.align(Alignment.CenterHorizontally).padding(Size.edge, 8.dp),
        style = Look.type.body,
        color = Look.colours.onSurfaceMuted,
    )
}

/** The minutes that have passed, along the ticks; whole at the top. They are part of the drawing. */
@Composable
private fun Minutes(length: Long, side: Dp) {
    val minutes = (length / Times.MINUTE).toInt()
    val radius = side.value / 2 - 56
    val size = with(LocalDensity.current) { 16.dp.toSp() }
    for (n in 1..minutes) {
        val angle = 2 * PI * n / minutes
        val at = Modifier.offset((radius * sin(angle)).dp, (-radius * cos(angle)).dp).clearAndSetSemantics {}
        Text("$n", at, style = Look.type.body.copy(fontSize = size), color = Look.colours.onSurfaceMuted)
    }
}

@Composable
private fun Digits(text: String, side: Dp) {
    // As much of the dial as five figures leave free, whatever the size of text.
    val size = with(LocalDensity.current) { (if (text.length > 4) side * 0.24f else side * 0.3f).toSp() }
    Text(text, style = Look.type.timer.copy(fontSize = size))
}

private fun DrawScope.dial(length: Long, passed: Long, past: Color, left: Color) {
    val radius = size.minDimension / 2 - 12.dp.toPx()
    val middle = Offset(size.width / 2, size.height / 2)
    val ticks = (length / TICK).toInt().coerceIn(1, 240)
    val turned = 360f * passed / length
    for (n in 0 until ticks) {
        val angle = 360f * n / ticks
        val minute = n % (Times.MINUTE / TICK).toInt() == 0
        val ink = if (angle <= turned) past else left
        val high = (if (minute) 26.dp else 14.dp).toPx()
        val width = (if (minute) 4.dp else 2.dp).toPx()
        rotate(angle, middle) { drawLine(ink, middle - Offset(0f, radius), middle - Offset(0f, radius - high), width) }
    }
    val thick = 10.dp.toPx()
    drawArc(past, -90f, turned, false, middle - Offset(radius - thick / 2, radius - thick / 2), Area(2 * radius - thick, 2 * radius - thick), style = Stroke(thick))
    rotate(turned, middle) { needle(middle, radius, past) }
}

private fun DrawScope.needle(middle: Offset, radius: Float, ink: Color) {
    drawLine(ink, middle - Offset(0f, radius + 4.dp.toPx()), middle - Offset(0f, radius - 30.dp.toPx()), 3.dp.toPx())
    val half = 7.dp.toPx()
    val tip = middle - Offset(0f, radius)
    val head = Path().apply {
        moveTo(tip.x, tip.y)
        lineTo(tip.x - half, tip.y - 11.dp.toPx())
        lineTo(tip.x + half, tip.y - 11.dp.toPx())
        close()
    }
    drawPath(head, ink)
}

private const val TICK = 5_000L
