package org.marrow.ui.pictures

import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Lang

/** What a picture is taken on: a size, a language, colours, a size of text. */
data class Phone(val width: Int, val height: Int, val lang: Lang, val dark: Boolean, val text: Float) {
    override fun toString() = "${width}x$height-${lang.name.lowercase()}-${if (dark) "dark" else "light"}-${(text * 100).toInt()}"

    companion object {
        private val sizes = listOf(360 to 640, 411 to 891, 800 to 1280)

        /** Every size, language, colours and text. */
        val all = sizes.flatMap { (w, h) ->
            Lang.entries.flatMap { lang -> listOf(false, true).flatMap { dark -> listOf(1f, 2f).map { Phone(w, h, lang, dark, it) } } }
        }

        /** Enough to see each size, language, colours and text, the hard ones together. */
        val some = listOf(
            Phone(411, 891, Lang.ES, true, 1f),
            Phone(411, 891, Lang.EN, false, 1f),
            Phone(360, 640, Lang.ES, false, 2f),
            Phone(360, 640, Lang.ES, true, 1f),
            Phone(411, 891, Lang.EN, true, 2f),
            Phone(800, 1280, Lang.EN, false, 1f),
        )
    }
}

/**
 * Text as Android 14 enlarges it: the larger a text already is, the less. Twice the size makes 14 sp 26 dp and 34 sp
 * 42 dp high.
 */
class TextGrown(override val density: Float, override val fontScale: Float) : Density {
    override fun TextUnit.toDp(): Dp = grown(value).dp

    override fun Dp.toSp(): TextUnit = androidx.compose.ui.unit.TextUnit(value, androidx.compose.ui.unit.TextUnitType.Sp)

    private fun grown(sp: Float): Float {
        val twice = when {
            sp >= 100f -> sp
            sp >= 34f -> 42f + (sp - 34f) * 58f / 66f
            else -> table.zipWithNext().first { sp <= it.second.first || it.second.first == 34f }
                .let { (a, b) -> a.second + (sp - a.first) * (b.second - a.second) / (b.first - a.first) }
        }
        return sp + (twice - sp) * (fontScale - 1f)
    }

    private companion object {
        val table = listOf(
            0f to 0f, 12f to 23f, 14f to 26f, 15f to 27f, 16f to 28f, 18f to 30f, 20f to 34f, 22f to 35f, 24f to 36f, 28f to 37f, 34f to 42f,
        )
    }
}
