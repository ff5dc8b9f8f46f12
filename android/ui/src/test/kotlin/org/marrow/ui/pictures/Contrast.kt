package org.marrow.ui.pictures

import androidx.compose.ui.geometry.Rect
import java.awt.image.BufferedImage
import kotlin.math.pow

/** Contrast as it came out on the pixels, by WCAG's formula. */
object Contrast {
    /**
     * Between the colour that most of a place has and the pixel that stands out most from it: the inside of a letter's
     * stroke. None where the place has one colour only: there is no letter.
     */
    fun inside(image: BufferedImage, place: Rect): Double? {
        val counts = HashMap<Int, Int>()
        for (y in place.top.toInt().coerceAtLeast(0) until place.bottom.toInt().coerceAtMost(image.height)) {
            for (x in place.left.toInt().coerceAtLeast(0) until place.right.toInt().coerceAtMost(image.width)) {
                counts.merge(image.getRGB(x, y) and 0xFFFFFF, 1, Int::plus)
            }
        }
        val ground = counts.maxByOrNull { it.value }?.key ?: return null
        return counts.keys.filter { it != ground }.maxOfOrNull { ratio(it, ground) }
    }

    fun ratio(a: Int, b: Int): Double {
        val (dark, bright) = listOf(luminance(a), luminance(b)).sorted()
        return (bright + 0.05) / (dark + 0.05)
    }

    private fun luminance(rgb: Int): Double =
        0.2126 * linear(rgb shr 16 and 255) + 0.7152 * linear(rgb shr 8 and 255) + 0.0722 * linear(rgb and 255)

    private fun linear(channel: Int): Double = (channel / 255.0).let { if (it <= 0.04045) it / 12.92 else ((it + 0.055) / 1.055).pow(2.4) }
}
