package org.marrow.ui.look

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

/** The sizes of letters, by what they are for. Digits are tabular everywhere; nothing is under 14 sp. */
@Immutable
class Type(private val family: FontFamily = FontFamily.Default) {
    /** A countdown where the length is the task. It does not grow with the text: it is larger than any setting makes it. */
    val timer = style(104, FontWeight.Medium, 1.0, -0.03)

    /** Time to the limit, in the case. */
    val left = style(40, FontWeight.Bold, 1.05, -0.02)

    /** The time on the pinned row's plate. */
    val plateFirst = style(34, FontWeight.Bold, 1.15, -0.01)

    /** The time on every other plate; bold from late on. */
    val plate = style(28, FontWeight.Medium, 1.15, -0.01)

    /** What a red flag found. */
    val finding = style(28, FontWeight.Bold, 1.18, -0.01)
    val screen = style(24, FontWeight.Bold, 1.2, -0.01)

    /** The patient's alias; the task in the case. */
    val alias = style(20, FontWeight.Bold, 1.25)

    /** The main action; a question. */
    val main = style(18, FontWeight.Bold, 1.2)
    val body = style(16, FontWeight.Normal, 1.3)
    val value = style(16, FontWeight.Medium, 1.3)

    /** A status word; the bold line of a flag. */
    val status = style(15, FontWeight.Bold, 1.25)

    /** A line of a flag or of the record. */
    val line = style(15, FontWeight.Normal, 1.35)
    val label = style(14, FontWeight.Normal, 1.3)
    val heading = style(14, FontWeight.Medium, 1.3)

    private fun style(size: Int, weight: FontWeight, line: Double, tracking: Double = 0.0) = TextStyle(
        fontFamily = family,
        fontSize = size.sp,
        fontWeight = weight,
        lineHeight = line.em,
        letterSpacing = tracking.em,
        fontFeatureSettings = "tnum",
        lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
    )
}

/** The letters of the theme around. */
val LocalType = staticCompositionLocalOf { Type() }
