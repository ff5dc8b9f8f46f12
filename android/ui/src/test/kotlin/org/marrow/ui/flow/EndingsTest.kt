package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.marrow.ffi.Bleeding
import org.marrow.ffi.CasePhase
import org.marrow.ffi.DevicePlace
import org.marrow.ffi.EndReason
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.nav.Place

/** It does not always end as it was meant to. */
class EndingsTest {
    @Test
    fun `it came out by itself`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        hands.tap(words.caseActions)
        hands.tap(words.caseCameOut)
        assertEquals(emptyList<String>(), hands.chosen())
        hands.say("tip_intact", true)
        hands.say("bleeding", Bleeding.NONE)
        hands.tap(words.formSave)
        here<Place.Case>()
        assertEquals(CasePhase.REMOVED, case.header.phase)
        assertEquals(true, (newest(EntryKind.REMOVE)?.form as Form.Remove).form.cameOut)
        hands.see(checkNotNull(task("compression")).title)
    }

    @Test
    fun `the vein is lost and the needle stays`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        gotVein()
        assertNotNull(task("remove-after-access"))
        hands.tap(words.caseActions)
        hands.tap(title(EntryKind.VENOUS_ACCESS_LOST))
        hands.tap(words.formSave)
        here<Place.Case>()
        assertNull(task("remove-after-access"))
        assertEquals(CasePhase.DWELLING, case.header.phase)
    }

    @Test
    fun `the patient dies and the case is ended`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        hands.tap(words.caseActions)
        hands.tap(words.caseEnd)
        hands.say("reason", EndReason.DIED)
        hands.say("device", DevicePlace.IN)
        hands.tap(words.formSave)
        here<Place.Case>()
        assertEquals(CasePhase.CLOSED, case.header.phase)
        assertEquals(emptyList<Any>(), case.tasks)
        hands.see(words.caseSheet)
        hands.tap(words.commonBack)
        hands.see(words.boardEmpty)
        hands.see(words.boardClosedAt("03:12"))
        open(stories.bed(9))
    }

    @Test
    fun `a needle goes into the case that waits for one`() = Shift.each {
        before(stories.awaiting())
        open(stories.bed(5))
        hands.see(words.caseIsOneIn)
        hands.tap(words.caseRecordNeedle)
        hands.see(words.newIoTried)
        val tibia = ward.ask { catalogue() }.places.first { it.site == Site.PROXIMAL_TIBIA && it.side == Side.LEFT }.text
        hands.tap(tibia)
        hands.tap("EZ-IO")
        hands.tap(words.newIoSave)
        assertEquals(stories.bed5, here<Place.Case>().case)
        assertEquals(CasePhase.DWELLING, case.header.phase)
        assertEquals(2, flow.places.size, "${flow.places}")
        hands.see(tibia)
    }
}
