package org.marrow.ui.look

import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.unit.dp

/**
 * The look around every screen: colours, letters, corners. The scheme is fixed: a wallpaper must not change what urgent
 * looks like.
 *
 * @param letters the phone's own.
 * @param still nothing moves or fades: the person has asked the phone for that.
 */
@Composable
fun MarrowTheme(dark: Boolean, letters: FontFamily = FontFamily.Default, still: Boolean = false, content: @Composable () -> Unit) {
    val colours = if (dark) DarkColours else LightColours
    val type = remember(letters) { Type(letters) }
    MaterialTheme(colorScheme = scheme(colours, dark), shapes = corners, typography = typography(type)) {
        CompositionLocalProvider(
            LocalColours provides colours,
            LocalType provides type,
            LocalStill provides still,
            LocalContentColor provides colours.onSurface,
            LocalTextStyle provides type.body,
            content = content,
        )
    }
}

private val LocalStill = staticCompositionLocalOf { false }

/** Short ways to what the theme around says. */
object Look {
    val colours: Colours @Composable @ReadOnlyComposable get() = LocalColours.current
    val type: Type @Composable @ReadOnlyComposable get() = LocalType.current

    /** Nothing moves or fades. */
    val still: Boolean @Composable @ReadOnlyComposable get() = LocalStill.current

    /** Text so large that what stood side by side stands one above the other. */
    val large: Boolean @Composable @ReadOnlyComposable get() = LocalDensity.current.fontScale >= 1.5f
}

/** Corners, by what has them. */
object Corner {
    val plate = RoundedCornerShape(8.dp)
    val chip = RoundedCornerShape(12.dp)
    val button = RoundedCornerShape(16.dp)
    val card = RoundedCornerShape(16.dp)
}

/** Distances and sizes that more than one screen keeps to. */
object Size {
    val edge = 16.dp
    val cardEdge = 8.dp
    val gap = 8.dp
    val target = 48.dp
    val action = 56.dp
    val main = 64.dp
    val plate = 124.dp
    val formWidth = 560.dp
}

private val corners = Shapes(
    extraSmall = Corner.plate, small = Corner.chip, medium = Corner.button, large = Corner.card, extraLarge = Corner.card,
)

private fun typography(type: Type) = Typography(
    titleLarge = type.screen, titleMedium = type.alias, titleSmall = type.main,
    bodyLarge = type.body, bodyMedium = type.line, bodySmall = type.label,
    labelLarge = type.value, labelMedium = type.heading, labelSmall = type.heading,
)

private fun scheme(colours: Colours, dark: Boolean): ColorScheme = with(colours) {
    (if (dark) darkColorScheme() else lightColorScheme()).copy(
        primary = primary, onPrimary = onPrimary,
        primaryContainer = action, onPrimaryContainer = onAction,
        secondaryContainer = primarySoft, onSecondaryContainer = onPrimarySoft,
        background = surface, onBackground = onSurface,
        surface = surface, onSurface = onSurface, onSurfaceVariant = onSurfaceMuted,
        surfaceContainerLow = surfaceRaised, surfaceContainerHigh = surfaceSunk,
        outline = outline, outlineVariant = hairline,
        errorContainer = redFill, onErrorContainer = redInk, error = redMark,
        scrim = scrim,
    )
}
