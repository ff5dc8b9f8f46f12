package org.marrow.ui.look

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Fill
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** A part of a drawing: filled, or a line of that width; in the drawing's ink, or in the colour of what is behind it. */
class Part(path: String, val line: Float? = null, val behind: Boolean = false, val round: Boolean = false) {
    val path: Path by lazy(LazyThreadSafetyMode.NONE) { pathOf(path) }
}

/** A mark of one ink in a square of [side] units. */
class Drawing(val side: Float, vararg val parts: Part)

fun pathOf(path: String): Path = PathParser().parsePathString(path).toPath()

/** Draws it into a square of [size] at the place of the pen. */
fun DrawScope.draw(drawing: Drawing, size: Float, ink: Color, behind: Color) {
    scale(size / drawing.side, pivot = androidx.compose.ui.geometry.Offset.Zero) {
        drawing.parts.forEach { part ->
            val style = part.line?.let {
                val cap = if (part.round) StrokeCap.Round else StrokeCap.Butt
                val join = if (part.round) StrokeJoin.Round else StrokeJoin.Miter
                Stroke(it, cap = cap, join = join)
            } ?: Fill
            drawPath(part.path, if (part.behind) behind else ink, style = style)
        }
    }
}

/**
 * A mark beside words, which say the same: it has no words of its own. It grows with the text, by half as much.
 *
 * @param behind the colour that it lies on, which some marks are cut out in.
 */
@Composable
fun Mark(
    drawing: Drawing,
    modifier: Modifier = Modifier,
    size: Dp = 24.dp,
    ink: Color = Look.colours.onSurface,
    behind: Color = Look.colours.surface,
) {
    val grown = size * (1 + (LocalDensity.current.fontScale - 1).coerceIn(0f, 1f) * 0.6f)
    Canvas(modifier.size(grown)) { draw(drawing, this.size.minDimension, ink, behind) }
}
