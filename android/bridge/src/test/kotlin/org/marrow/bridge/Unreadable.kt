package org.marrow.bridge

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

/** The real core, whose record is written and, while [unreadable], not read again: as on a disk that begins to fail. */
class Unreadable(private val core: MarrowInterface) : MarrowInterface by core {
    @Volatile
    var unreadable = false

    override fun dispatch(command: Command, lang: Lang, now: ClockSample, screen: Screen?): Outcome =
        core.dispatch(command, lang, now, screen).let { if (unreadable) it.copy(screen = null) else it }

    override fun board(lang: Lang, now: ClockSample): BoardView = read { core.board(lang, now) }

    override fun case(id: CaseId, most: UInt?, lang: Lang, now: ClockSample): CaseView = read { core.case(id, most, lang, now) }

    private fun <T> read(view: () -> T): T = if (unreadable) throw MarrowException.Io() else view()
}
