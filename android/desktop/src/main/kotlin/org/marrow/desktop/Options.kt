package org.marrow.desktop

import java.nio.file.Path
import java.util.Locale
import org.marrow.ffi.Lang

/** What was typed behind `run`. */
internal data class Options(
    val demo: Boolean = false,
    val speed: Long = 1,
    val lang: Lang = if (Locale.getDefault().language == "es") Lang.ES else Lang.EN,
    val dark: Boolean = false,
    val store: Path = Path.of(System.getProperty("user.home"), ".local", "share", "marrow-desktop"),
) {
    companion object {
        const val USAGE = "usage: run [--demo] [--clock-speed N] [--lang en|es] [--dark] [--store FOLDER]"

        private val WITH_VALUE = setOf("--clock-speed", "--lang", "--store")

        /** None where that cannot be read. */
        fun of(arguments: List<String>): Options? {
            var options = Options()
            val rest = arguments.iterator()
            fun next() = if (rest.hasNext()) rest.next() else null
            while (rest.hasNext()) {
                val option = rest.next()
                val typed = if (option in WITH_VALUE) next() ?: return null else ""
                options = when (option) {
                    "--demo" -> options.copy(demo = true)
                    "--dark" -> options.copy(dark = true)
                    "--clock-speed" -> options.copy(speed = typed.toLongOrNull()?.takeIf { it in 1..3_600 } ?: return null)
                    "--lang" -> options.copy(lang = Lang.entries.firstOrNull { it.name.equals(typed, ignoreCase = true) } ?: return null)
                    "--store" -> options.copy(store = Path.of(typed))
                    else -> return null
                }
            }
            return options
        }
    }
}
