package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.marrow.ffi.AgeBand
import org.marrow.ffi.CasePhase
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ffi.Lang
import org.marrow.ffi.Site
import org.marrow.ffi.Side
import org.marrow.ffi.value
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

    @Test
    fun `a sternal device in a child is refused and a reason answers it`() = Shift.each {
        sternalInChild()
        hands.type(words.newIoReason, "no other at hand")
        hands.tap(words.newIoSave)
        here<Place.Case>()
        assertEquals("no other at hand", (newest(EntryKind.INSERT)?.form as Form.Insert).form.overrideReason)
        assertEquals(1, flow.client.board.value?.open?.size)
    }

    @Test
    fun `an age that was pressed by mistake is put right and the needle is taken`() = Shift.of(Lang.EN) {
        sternalInChild()
        hands.tap(age(AgeBand.OVER12))
        hands.tap(words.newIoSave)
        here<Place.Case>()
        assertEquals(AgeBand.OVER12, case.patientForm.ageBand)
        assertEquals(1, flow.client.board.value?.open?.size)
    }

    @Test
    fun `back from another case that a link led to, the first is there again`() = Shift.of(Lang.EN) {
        val cases = listOf(4, 9).map { bed ->
            hands.tap(words.boardNewIo)
            hands.tap(text(Site.PROXIMAL_TIBIA, Side.LEFT))
            hands.tap("EZ-IO")
            hands.tap(words.newIoSave)
            here<Place.Case>().case.also { if (bed == 4) hands.tap(words.commonBack) }
        }
        put(Place.Case(cases[0]))
        assertEquals(cases[0], case.header.case)
        hands.tap(words.commonBack)
        hands.until("the case that she came from is on the screen") { case.header.case == cases[1] }
        hands.see(words.caseRecord)
    }

    private fun Shift.sternalInChild() {
        hands.tap(words.boardNewIo)
        hands.tap(text(Site.STERNUM, Side.MIDLINE))
        hands.tap(checkNotNull(flow.catalogue).devices.first { it.id == "fast1" }.name)
        hands.tap(age(AgeBand.UNDER12))
        hands.tap(words.newIoSave)
        hands.see(words.newIoReason)
    }

    private fun Shift.age(band: AgeBand): String {
        val text = checkNotNull(flow.catalogue).words.first { it.word.value == band }.text
        return "${words.newIoAge}: ${text.replaceFirstChar(Char::uppercase)}"
    }

    private fun Shift.text(site: Site, side: Side) = checkNotNull(flow.catalogue).places.first { it.site == site && it.side == side }.text
}
