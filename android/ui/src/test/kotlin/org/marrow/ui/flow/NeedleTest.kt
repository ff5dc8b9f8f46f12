package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.marrow.ffi.CasePhase
import org.marrow.ffi.Site
import org.marrow.ffi.Side
import org.marrow.ui.nav.Place

/** A needle goes on record while hands are needed elsewhere. */
class NeedleTest {
    @Test
    fun `a needle is on record in four taps and the case shows it`() = Shift.each {
        val tibia = ward.ask { catalogue() }.places.first { it.site == Site.PROXIMAL_TIBIA && it.side == Side.LEFT }.text
        hands.tap(words.boardNewIo)
        hands.tap(tibia)
        hands.tap("EZ-IO")
        val before = host.reconciled
        hands.tap(words.newIoSave)
        assertTrue(hands.taps <= 4, "${hands.taps} taps")
        here<Place.Case>()
        hands.see(tibia)
        assertEquals(CasePhase.DWELLING, case.header.phase)
        hands.until("the reminders of a new needle are held") { host.reconciled > before }
        hands.tap(words.commonBack)
        hands.see(tibia)
    }
}
