package org.marrow.ui.pictures

import org.marrow.ffi.Lang

/** What a phone speaks: a language, or English with every text twice as long, as a language to come may be. */
enum class Tongue(val lang: Lang) { EN(Lang.EN), ES(Lang.ES), DOUBLED(Lang.EN) }

/**
 * What a picture is taken on: a size, a language, colours, a size of text. Text grows by its whole factor, which is more
 * than a phone of today does: Android enlarges what is large already by less.
 */
data class Phone(val width: Int, val height: Int, val tongue: Tongue, val dark: Boolean, val text: Float) {
    override fun toString() = "${width}x$height-${tongue.name.lowercase()}-${if (dark) "dark" else "light"}-${(text * 100).toInt()}"

    companion object {
        private val sizes = listOf(360 to 640, 411 to 891, 800 to 1280)

        /** Every size, language, colours and text. */
        val all = sizes.flatMap { (w, h) ->
            Tongue.entries.flatMap { tongue ->
                // Twice as long and twice as large at once is nobody's phone.
                val texts = if (tongue == Tongue.DOUBLED) listOf(1f) else listOf(1f, 2f)
                listOf(false, true).flatMap { dark -> texts.map { Phone(w, h, tongue, dark, it) } }
            }
        }

        /** Enough to see each size, language, colours and text, the hard ones together. */
        val some = listOf(
            Phone(411, 891, Tongue.ES, true, 1f),
            Phone(411, 891, Tongue.EN, false, 1f),
            Phone(360, 640, Tongue.ES, false, 2f),
            Phone(360, 640, Tongue.ES, true, 1f),
            Phone(411, 891, Tongue.EN, true, 2f),
            Phone(800, 1280, Tongue.EN, false, 1f),
            Phone(411, 891, Tongue.DOUBLED, false, 1f),
        )
    }
}
