package org.marrow.ui.parts

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.IntrinsicMeasurable
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Size

/**
 * The bar under the thumb: second actions as wide as their words, the last one, the main action, takes the rest. Where a
 * word would have to be broken they stand one below the other, the main action
 * still last.
 *
 * @param equal two answers that weigh the same share the width.
 */
@Composable
fun ActionBar(equal: Boolean, content: @Composable () -> Unit) {
    Layout(content, Modifier.fillMaxWidth().padding(horizontal = Size.edge, vertical = 12.dp)) { actions, constraints ->
        val gap = Size.gap.roundToPx()
        val widths = shares(actions, constraints.maxWidth, gap, equal)
        if (widths != null) {
            val height = actions.zip(widths).maxOf { (action, width) -> action.minIntrinsicHeight(width) }
            val placed = actions.zip(widths).map { (action, width) -> action.measure(Constraints(width, width, height)) }
            layout(constraints.maxWidth, placed.maxOf { it.height }) {
                placed.fold(0) { x, action -> action.place(x, 0).let { x + action.width + gap } }
            }
        } else {
            val placed = actions.map { it.measure(Constraints(constraints.maxWidth, constraints.maxWidth)) }
            layout(constraints.maxWidth, placed.sumOf { it.height } + gap * (placed.size - 1)) {
                placed.fold(0) { y, action -> action.place(0, y).let { y + action.height + gap } }
            }
        }
    }
}

/** How wide each would be in one row; none: a word would not fit, or the words would need a third line. */
private fun shares(actions: List<IntrinsicMeasurable>, whole: Int, gap: Int, equal: Boolean): List<Int>? {
    val free = whole - gap * (actions.size - 1)
    val widths = if (equal) {
        actions.map { free / actions.size }
    } else {
        val seconds = actions.dropLast(1).map { it.maxIntrinsicWidth(Constraints.Infinity).coerceAtMost(free * 2 / 5) }
        seconds + (free - seconds.sum())
    }
    val fits = actions.zip(widths).all { (action, width) ->
        val lines = action.maxIntrinsicWidth(Constraints.Infinity) / width.coerceAtLeast(1).toFloat()
        action.minIntrinsicWidth(Constraints.Infinity) <= width && (actions.size == 1 || lines < LINES)
    }
    return widths.takeIf { fits }
}

/** So much of one line that it still fits in two, which are never both full. */
private const val LINES = 1.7f
