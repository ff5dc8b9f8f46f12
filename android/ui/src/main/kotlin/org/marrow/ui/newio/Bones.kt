package org.marrow.ui.newio

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.look.Colours
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.BodyFigure
import org.marrow.ffi.Bone
import org.marrow.ui.parts.Chip
import org.marrow.ui.parts.body
import org.marrow.words.Words

/** Where each limb bone's button stands, from the top of the figure, and where its line meets the bone. */
private enum class Row4(val site: Site, val top: Dp, val boneX: Float, val boneY: Float) {
    HUMERUS(Site.PROXIMAL_HUMERUS, 26.dp, 47f, 70f),
    FEMUR(Site.DISTAL_FEMUR, 146.dp, 34f, 218f),
    TIBIA(Site.PROXIMAL_TIBIA, 212.dp, 33f, 262f),
    ANKLE(Site.DISTAL_TIBIA, 278.dp, 29f, 327f),
}

/** The bones as buttons, joined by lines to a figure that faces you and answers too. Plain buttons for large letters or long names. */
@Composable
internal fun Bones(state: NewIoState, onChoose: (Bone) -> Unit) {
    if (LocalDensity.current.fontScale > 1.15f || !named(state.times.words)) BoneList(state, onChoose) else BoneFigure(state, onChoose)
}

/** Each name has room beside the figure, in two lines. */
@Composable
private fun named(words: Words): Boolean {
    val measurer = rememberTextMeasurer()
    val bold = Look.type.value.copy(fontWeight = FontWeight.Bold)
    val small = Look.type.label
    val room = with(LocalDensity.current) { (BUTTON - 20.dp).toPx() }
    return Row4.entries.map { name(it.site, words) }.all { (name, part) ->
        measurer.measure(name, bold).size.width <= room && (part == null || measurer.measure(part, small).size.width <= room)
    }
}

@Composable
private fun BoneFigure(state: NewIoState, onChoose: (Bone) -> Unit) {
    val words = state.times.words
    BoxWithConstraints(Modifier.padding(horizontal = 12.dp).fillMaxWidth().height(FIGURE).selectableGroup()) {
        val place = Place(maxWidth.value)
        val colours = Look.colours
        Canvas(
            Modifier.fillMaxSize().clearAndSetSemantics {}.pointerInput(place) {
                detectTapGestures { tap -> place.nearest(Offset(tap.x.toDp().value, tap.y.toDp().value))?.let(onChoose) }
            },
        ) { figure(place, state, colours) }
        Text(words.newIoRight, style = Look.type.heading)
        Text(words.newIoLeft, Modifier.align(Alignment.TopEnd), style = Look.type.heading, textAlign = TextAlign.End)
        for (row in Row4.entries) {
            BoneChip(Bone(row.site, Side.RIGHT), state, Modifier.offset(y = row.top).width(BUTTON), Alignment.Start, onChoose)
            BoneChip(Bone(row.site, Side.LEFT), state, Modifier.align(Alignment.TopEnd).offset(y = row.top).width(BUTTON), Alignment.End, onChoose)
        }
        val sternum = Modifier.align(Alignment.TopCenter).offset(y = 104.dp).width(92.dp)
        BoneChip(Bone(Site.STERNUM, Side.MIDLINE), state, sternum, Alignment.CenterHorizontally, onChoose)
    }
}

@Composable
private fun BoneList(state: NewIoState, onChoose: (Bone) -> Unit) {
    val words = state.times.words
    Column(Modifier.padding(horizontal = 12.dp).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
        BodyFigure(state.draft.bone, Modifier.align(Alignment.CenterHorizontally).width(96.dp).height(170.dp), state.tried)
        for (side in listOf(Side.RIGHT, Side.LEFT)) {
            Text(if (side == Side.RIGHT) words.newIoRight else words.newIoLeft, style = Look.type.heading)
            Row4.entries.chunked(2).forEach { rows ->
                Row(Modifier.height(IntrinsicSize.Min), Arrangement.spacedBy(Size.gap)) {
                    rows.forEach { BoneChip(Bone(it.site, side), state, Modifier.weight(1f).fillMaxHeight(), Alignment.Start, onChoose) }
                }
            }
        }
        BoneChip(Bone(Site.STERNUM, Side.MIDLINE), state, Modifier.fillMaxWidth(), Alignment.CenterHorizontally, onChoose)
    }
}

@Composable
private fun BoneChip(bone: Bone, state: NewIoState, modifier: Modifier, align: Alignment.Horizontal, onChoose: (Bone) -> Unit) {
    val words = state.times.words
    val (name, part) = name(bone.site, words)
    val tried = bone in state.tried
    val said = listOfNotNull(state.text(bone), words.newIoTried.takeIf { tried }).joinToString(", ")
    val least = if (bone.site == Site.STERNUM) Size.target else Size.action
    val below = listOfNotNull(part, words.newIoTried.takeIf { tried }).joinToString(" · ").ifEmpty { null }
    Chip(name, state.draft.bone == bone, modifier, below, least = least, align = align, said = said) { onChoose(bone) }
}

/** A bone's name in two parts, the second of which is small; side and bone in full are the core's. */
private fun name(site: Site, words: Words): Pair<String, String?> = when (site) {
    Site.PROXIMAL_HUMERUS -> words.newIoHumerus to words.newIoProximal
    Site.DISTAL_FEMUR -> words.newIoFemur to words.newIoDistal
    Site.PROXIMAL_TIBIA -> words.newIoTibia to words.newIoProximal
    Site.DISTAL_TIBIA -> words.newIoTibia to words.newIoDistal
    else -> words.newIoSternum to null
}

/** The figure between the two columns of buttons of a page so wide, in dp. */
private data class Place(val width: Float) {
    val grown = ((width - 2 * BUTTON.value + 4) / 176f).coerceAtMost(0.9f)
    private val down = 5 + (0.9f - grown) * 143

    fun x(bone: Float) = width / 2 + bone * grown

    fun y(bone: Float) = down + bone * grown

    fun top() = down

    /** The bone that a tap means: the nearest one, if it is near. */
    fun nearest(tap: Offset): Bone? = bones().minBy { (_, at) -> (at - tap).getDistance() }
        .takeIf { (_, at) -> (at - tap).getDistance() < NEAR }?.first

    private fun bones(): List<Pair<Bone, Offset>> = Row4.entries.flatMap { row ->
        listOf(Side.RIGHT to -1, Side.LEFT to 1).map { (side, sign) -> Bone(row.site, side) to Offset(x(sign * row.boneX), y(row.boneY)) }
    } + (Bone(Site.STERNUM, Side.MIDLINE) to Offset(x(0f), y(66f)))
}

private fun DrawScope.figure(place: Place, state: NewIoState, colours: Colours) {
    translate(place.x(0f).dp.toPx(), place.top().dp.toPx()) {
        scale(place.grown * density, pivot = Offset.Zero) { body(colours, state.draft.bone, state.tried) }
    }
    for (row in Row4.entries) for ((side, sign) in listOf(Side.RIGHT to -1, Side.LEFT to 1)) {
        val chosen = state.draft.bone == Bone(row.site, side)
        val y = place.y(row.boneY).dp.toPx()
        val edge = (if (side == Side.RIGHT) BUTTON.value else place.width - BUTTON.value).dp.toPx()
        val ink = if (chosen) colours.primary else colours.outline
        drawLine(ink, Offset(edge, y), Offset(place.x(sign * row.boneX).dp.toPx(), y), (if (chosen) 2.5.dp else 1.25.dp).toPx())
    }
    drawLine(colours.outline, Offset(place.x(0f).dp.toPx(), place.y(66f).dp.toPx()), Offset(place.x(0f).dp.toPx(), 104.dp.toPx()), 1.25.dp.toPx())
}

private val FIGURE = 336.dp
private val BUTTON = 100.dp
private const val NEAR = 30f
