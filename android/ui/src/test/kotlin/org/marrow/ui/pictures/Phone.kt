package org.marrow.ui.pictures

import org.marrow.ffi.Lang

/**
 * What a picture is taken on: a size, a language, colours, a size of text. Text grows by its whole factor, which is more
 * than a phone of today does: Android enlarges what is large already by less.
 */
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
