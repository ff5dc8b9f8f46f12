package org.marrow.ui.ward

import org.marrow.ffi.BoardView
import org.marrow.ffi.CaseId
import org.marrow.ffi.CaseView
import org.marrow.ffi.ClockSample
import org.marrow.ffi.Command
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.MarrowInterface
import org.marrow.ffi.Outcome
import org.marrow.ffi.Screen

/**
 * The real core on a disk that begins to fail: while [unreadable], what is written is there and cannot be read again; the
 * next write may come to an [end] that nobody knows of.
 */
class Disk(private val core: MarrowInterface) : MarrowInterface by core {
    @Volatile
    var unreadable = false

    /** Of the next write: it fails, and is on the disk all the same, or is not. */
    @Volatile
    var end: End? = null

    enum class End { WRITTEN, NOT_WRITTEN }

    override fun dispatch(command: Command, lang: Lang, now: ClockSample, screen: Screen?): Outcome {
        val end = end.also { end = null }
        val outcome = if (end == End.NOT_WRITTEN) null else core.dispatch(command, lang, now, screen)
        if (end != null || outcome == null) throw MarrowException.Io()
        return if (unreadable) outcome.copy(screen = null) else outcome
    }

    override fun board(lang: Lang, now: ClockSample): BoardView = read { core.board(lang, now) }

    override fun case(id: CaseId, most: UInt?, lang: Lang, now: ClockSample): CaseView = read { core.case(id, most, lang, now) }

    private fun <T> read(view: () -> T): T = if (unreadable) throw MarrowException.Io() else view()
}
