package org.marrow.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.time.Times

/**
 * How long the needle has been in: the hours that have passed are drawn thick, those to come thin, the needle of the
 * ruler stands at now. It runs full past the limit. It says nothing that the words beside it do not say.
 */
@Composable
fun DwellRuler(fromMs: Long, limitMs: Long, times: Times, modifier: Modifier = Modifier) {
    val colours = Look.colours
    Column(modifier) {
        Canvas(Modifier.fillMaxWidth().height(38.dp).clearAndSetSemantics {}) {
            ruler(fromMs, limitMs, times.nowMs, colours.rulerPast, colours.rulerLeft)
        }
        Ends(times.words.rulerIn(times.dateAndHour(fromMs)), times.words.rulerLimit(times.dateAndHour(limitMs)))
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Ends(from: String, limit: String) {
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
        Text("$from  ", style = Look.type.label, color = Look.colours.onSurfaceMuted)
        Text(limit, style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}

private fun DrawScope.ruler(fromMs: Long, limitMs: Long, nowMs: Long, past: Color, left: Color) {
    val length = (limitMs - fromMs).coerceAtLeast(1)
    val now = ((nowMs - fromMs).toFloat() / length).coerceIn(0f, 1f) * size.width
    val base = 34.dp.toPx()
    fun x(ms: Long) = size.width * ms / length
    for (hour in 0..length / Times.HOUR) {
        val at = x(hour * Times.HOUR)
        val high = if (hour % 12 == 0L) 20.dp else if (hour % 6 == 0L) 13.dp else 7.dp
        // The scale of days would be a comb if each hour had its line.
        if (length > 30 * Times.HOUR && hour % 6 != 0L) continue
        val ink = if (at <= now) past else left
        drawLine(ink, Offset(at, base), Offset(at, base - high.toPx()), (if (at <= now) 2.dp else 1.5.dp).toPx())
    }
    drawLine(left, Offset(now, base), Offset(size.width, base), 1.5.dp.toPx())
    drawLine(left, Offset(size.width, base), Offset(size.width, base - 20.dp.toPx()), 3.dp.toPx())
    drawLine(past, Offset(0f, base), Offset(now, base), 5.dp.toPx())
    drawLine(past, Offset(0f, base), Offset(0f, base - 20.dp.toPx()), 3.dp.toPx())
    drawLine(past, Offset(now, base + 4.dp.toPx()), Offset(now, 4.dp.toPx()), 2.dp.toPx())
    val half = 7.dp.toPx()
    val head = Path().apply {
        moveTo(now - half, 0f)
        lineTo(now + half, 0f)
        lineTo(now, 10.dp.toPx())
        close()
    }
    drawPath(head, past)
}
