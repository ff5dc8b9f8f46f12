package org.marrow.ui.parts

import org.marrow.ffi.Bone
import androidx.compose.foundation.Canvas
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.ClipOp
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.clipPath
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.graphics.drawscope.withTransform
import androidx.compose.ui.semantics.clearAndSetSemantics
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.look.Colours
import org.marrow.ui.look.Look

/**
 * The small figure that repeats the side: what it shows stands in words beside it, so it has none of its own.
 */
@Composable
fun BodyFigure(chosen: Bone?, modifier: Modifier = Modifier, tried: Set<Bone> = emptySet()) {
    val colours = Look.colours
    Canvas(modifier.clearAndSetSemantics {}) {
        val fit = minOf(size.width / Outlines.WIDTH, size.height / Outlines.HEIGHT)
        translate(size.width / 2, (size.height - Outlines.HEIGHT * fit) / 2) {
            scale(fit, pivot = Offset.Zero) { body(colours, chosen, tried) }
        }
    }
}

/** Draws the figure around x = 0, in its own units. */
internal fun DrawScope.body(colours: Colours, chosen: Bone?, tried: Set<Bone>) {
    for (part in listOf(Outlines.head, Outlines.body)) filled(part, colours.figureBody, colours.figureEdge, 1.2f)
    bothSides { drawPath(Outlines.faint, colours.figureEdge, alpha = 0.55f, style = Stroke(1f)) }
    bothSides { Outlines.shafts.forEach { filled(it, colours.figureBone, colours.figureBoneEdge, 0.9f) } }
    filled(Outlines.breastbone, colours.figureBone, colours.figureBoneEdge, 0.9f)
    for (site in Outlines.bones.keys) for (side in sides(site)) bone(Bone(site, side), colours, chosen, tried)
}

private fun DrawScope.bone(bone: Bone, colours: Colours, chosen: Bone?, tried: Set<Bone>) = onSide(bone.side) {
    val path = Outlines.bones.getValue(bone.site)
    when (bone) {
        chosen -> filled(path, colours.figureBoneChosen, colours.figureBoneChosen, 2.5f)
        in tried -> {
            filled(path, colours.figureBone, colours.figureBoneTried, 2f)
            hatched(path, colours.figureBoneTried)
        }
        else -> filled(path, colours.figureBone, colours.figureBoneEdge, 1.5f)
    }
}

/** Lines across a bone that was tried: another sign than colour. */
private fun DrawScope.hatched(path: Path, ink: Color) = clipPath(path, ClipOp.Intersect) {
    val box = path.getBounds()
    var x = box.left - box.height
    while (x < box.right) {
        drawLine(ink, Offset(x, box.bottom), Offset(x + box.height, box.top), 2f)
        x += 5f
    }
}

private fun DrawScope.filled(path: Path, fill: Color, edge: Color, width: Float) {
    drawPath(path, fill)
    drawPath(path, edge, style = Stroke(width))
}

private fun DrawScope.bothSides(draw: DrawScope.() -> Unit) {
    onSide(Side.RIGHT, draw)
    onSide(Side.LEFT, draw)
}

private fun DrawScope.onSide(side: Side, draw: DrawScope.() -> Unit) =
    withTransform({ if (side == Side.LEFT) scale(-1f, 1f, Offset.Zero) }) { draw() }

internal fun sides(site: Site) =
    if (site == Site.STERNUM) listOf(Side.MIDLINE) else listOf(Side.RIGHT, Side.LEFT)
