package org.marrow.ui.parts

import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.BoxWithConstraintsScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Size

/** How wide the column of times is: a little less on a narrow phone. */
val LocalPlateWidth = compositionLocalOf { Size.plate }

/** What a screen stands in: tells by its width how the rows are cut. */
@Composable
fun Cut(content: @Composable BoxWithConstraintsScope.() -> Unit) {
    BoxWithConstraints(Modifier.fillMaxSize()) {
        val plate: Dp = if (maxWidth < 380.dp) 116.dp else Size.plate
        CompositionLocalProvider(LocalPlateWidth provides plate) { content() }
    }
}
