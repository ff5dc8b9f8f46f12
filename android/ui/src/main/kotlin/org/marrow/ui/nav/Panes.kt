package org.marrow.ui.nav

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.width
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look

/** The board and what was opened from it: side by side where both fit, else what was opened alone. */
@Composable
fun Panes(board: @Composable () -> Unit, opened: (@Composable () -> Unit)?) {
    BoxWithConstraints(Modifier.fillMaxSize()) {
        val half = maxWidth / 2
        when {
            opened == null -> board()
            maxWidth < 600.dp -> opened()
            else -> Row {
                Box(Modifier.width(half.coerceAtMost(411.dp))) { board() }
                Box(Modifier.width(1.dp).fillMaxHeight().background(Look.colours.hairline))
                Box(Modifier.weight(1f)) { opened() }
            }
        }
    }
}
