package org.marrow.ui.parts

import androidx.compose.animation.Crossfade
import androidx.compose.animation.core.snap
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size as Area
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Status
import org.marrow.ffi.TaskView
import org.marrow.ui.look.Colours
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.time.Times

/** What a plate is drawn with; a plate grows heavier as it gets later, and never turns red. */
private class Plate(val fill: Color, val edge: Color, val ink: Color)

private fun Colours.plate(status: Status) = when (status) {
    Status.UPCOMING -> Plate(Color.Transparent, Color.Transparent, onSurface)
    Status.DUE -> Plate(dueFill, dueEdge, dueInk)
    Status.LATE -> Plate(lateFill, lateEdge, lateInk)
    Status.OVERDUE -> Plate(overdueFill, overdueEdge, overdueInk)
    Status.LONG_OVERDUE -> Plate(longFill, longEdge, longInk)
}

/**
 * The one sign of how late a task is: its time, a mark with the word, and how long ago. Bare digits, an outline, a tint,
 * solid, inverse with a double edge: each state differs in lightness, shape, mark and word. It changes by one cross-fade.
 */
@Composable
fun StatusPlate(task: TaskView, times: Times, modifier: Modifier = Modifier, first: Boolean = false) {
    Crossfade(task.status to task.statusText, modifier, if (Look.still) snap() else tween(FADE_MS)) { (status, word) ->
        val time = times.hourOrDate(task.dueAtMs)
        val relative = times.relative(task.dueAtMs)
        if (Look.large) LargePlate(status, word, time, relative, first) else SmallPlate(status, word, time, relative, first)
    }
}

@Composable
private fun SmallPlate(status: Status, word: String, time: String, relative: String, first: Boolean) {
    Column(Modifier.width(LocalPlateWidth.current).plate(status).padding(start = 8.dp, end = 6.dp, top = 7.dp, bottom = 8.dp)) {
        PlateTime(status, time, first)
        if (status != Status.UPCOMING) PlateWord(status, word)
        PlateRelative(status, relative)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun LargePlate(status: Status, word: String, time: String, relative: String, first: Boolean) {
    val inside = if (status == Status.UPCOMING) Modifier else Modifier.padding(horizontal = 12.dp, vertical = 8.dp)
    Column(Modifier.fillMaxWidth().plate(status).then(inside)) {
        if (status != Status.UPCOMING) PlateTime(status, time, first)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalArrangement = Arrangement.Center) {
            if (status == Status.UPCOMING) PlateTime(status, time, first) else PlateWord(status, word)
            PlateRelative(status, relative, Modifier.align(Alignment.CenterVertically))
        }
    }
}

@Composable
private fun PlateTime(status: Status, time: String, first: Boolean) {
    val heavy = status >= Status.LATE
    val type = Look.type
    val style = when {
        // A time of another day carries its date, which is longer than the plate's digits allow.
        time.length > 5 -> type.alias
        first && status != Status.UPCOMING -> type.plateFirst
        heavy -> type.plate.copy(fontWeight = FontWeight.Bold)
        else -> type.plate
    }
    Text(time, style = style, color = Look.colours.plate(status).ink)
}

@Composable
private fun PlateWord(status: Status, word: String) {
    val plate = Look.colours.plate(status)
    Row(verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(6.dp)) {
        Icons.of(status)?.let { Mark(it, size = 17.dp, ink = plate.ink, behind = plate.fill) }
        Text(word, style = Look.type.status, color = plate.ink)
    }
}

@Composable
private fun PlateRelative(status: Status, relative: String, modifier: Modifier = Modifier) {
    val colours = Look.colours
    Text(
        relative,
        modifier,
        style = if (status >= Status.OVERDUE) Look.type.heading else Look.type.label,
        color = if (status == Status.UPCOMING) colours.onSurfaceMuted else colours.plate(status).ink,
    )
}

@Composable
private fun Modifier.plate(status: Status): Modifier {
    val plate = Look.colours.plate(status)
    val second = if (status == Status.LONG_OVERDUE) Modifier.secondEdge(plate.edge) else Modifier
    return then(second).background(plate.fill, Corner.plate).border(2.dp, plate.edge, Corner.plate)
}

/** A second edge, 2 away from the first: what is long overdue has two. */
private fun Modifier.secondEdge(edge: Color) = drawBehind {
    val out = 3.dp.toPx()
    drawRoundRect(
        edge,
        Offset(-out, -out),
        Area(size.width + 2 * out, size.height + 2 * out),
        CornerRadius(8.dp.toPx() + out),
        Stroke(2.dp.toPx()),
    )
}

private const val FADE_MS = 200
