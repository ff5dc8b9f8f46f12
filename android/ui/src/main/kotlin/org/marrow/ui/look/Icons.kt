package org.marrow.ui.look

import org.marrow.ffi.Severity
import org.marrow.ffi.Status

/**
 * The marks. Those of tasks are round (the last is a diamond) and those of flags have corners, so that the two are told
 * apart without colour.
 */
object Icons {
    private fun circle(r: Double) = "M12 ${12 - r}a$r $r 0 1 0 0 ${2 * r}a$r $r 0 1 0 0 ${-2 * r}z"

    private val due = Drawing(24f, Part(circle(10.0), 2.8f), Part("M12 6.2v6.2l3.8 2.8", 2.6f, round = true))
    private val late = Drawing(24f, Part(circle(9.5), 3f), Part("M12 3a9 9 0 0 1 0 18z"))
    private val overdue = Drawing(24f, Part(circle(11.5)), Part("M12 5v7.4l4.8 3.6", 3f, behind = true, round = true))
    private val long = Drawing(
        24f,
        Part("M12 -.6L24.6 12L12 24.6L-.6 12z"),
        Part("M12 5.6v6.8l4.2 3.2", 3f, behind = true, round = true),
    )
    private val red = Drawing(
        24f,
        Part("M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"),
        Part("M12 5.8v7.6M12 16.2v2.6", 2.8f, behind = true),
    )
    private val amber = Drawing(
        24f,
        Part("M12 1.8L23.4 22H.6z"),
        Part("M12 8.6v6.8M12 17v2.6", 2.5f, behind = true),
    )
    private val note = Drawing(24f, Part(square(2.2, 19.6), 2.2f), Part("M12 10.6v6.8M12 6.4v2.5", 2.5f))

    val plus = line("M12 4v16M4 12h16", 2.6f)
    val back = line("M20 12H5M11.5 5L4.6 12l6.9 7")
    val close = line("M5 5l14 14M19 5L5 19")
    val more = Drawing(24f, Part(listOf(5, 12, 19).joinToString("") { "M12 ${it - 2}a2 2 0 1 0 0 4a2 2 0 1 0 0 -4z" }))
    val kept = Drawing(
        24f,
        Part("M8.9 2h6.2a2.4 2.4 0 0 1 2.4 2.4v15.2a2.4 2.4 0 0 1 -2.4 2.4h-6.2a2.4 2.4 0 0 1 -2.4 -2.4v-15.2a2.4 2.4 0 0 1 2.4 -2.4z", 2f),
        Part("M9.4 12.2l2 2l3.4 -4", 1.8f),
    )
    val right = line("M9 5.5l6.5 6.5L9 18.5", 2.2f)
    val down = line("M5.5 9l6.5 6.5L18.5 9", 2.2f)
    val up = line("M5.5 15l6.5 -6.5L18.5 15", 2.2f)
    val pen = line("M4 20l1 -4.6L16.6 3.8l3.6 3.6L8.6 19z", 1.9f)
    val list = line("M4 6h16M4 12h16M4 18h10", 2.2f)
    val held = Drawing(24f, Part(circle(9.5), 2f), Part("M7.6 12.4l3 3l5.8 -6.4", 2.2f))
    val failing = Drawing(24f, Part(square(1.5, 21.0)), Part("M7.5 7.5l9 9M16.5 7.5l-9 9", 2.6f, behind = true))
    val unknown = Drawing(24f, Part(circle(9.5), 2f), Part("M7.5 12h9", 2.2f))

    fun of(status: Status): Drawing? = when (status) {
        Status.UPCOMING -> null
        Status.DUE -> due
        Status.LATE -> late
        Status.OVERDUE -> overdue
        Status.LONG_OVERDUE -> long
    }

    fun of(severity: Severity): Drawing = when (severity) {
        Severity.RED -> red
        Severity.AMBER -> amber
        Severity.NOTE -> note
    }

    private fun line(path: String, width: Float = 2f) = Drawing(24f, Part(path, width))

    private fun square(from: Double, side: Double): String {
        val straight = side - 8
        return "M${from + 4} ${from}h${straight}a4 4 0 0 1 4 4v${straight}a4 4 0 0 1 -4 4h${-straight}" +
            "a4 4 0 0 1 -4 -4v${-straight}a4 4 0 0 1 4 -4z"
    }
}
