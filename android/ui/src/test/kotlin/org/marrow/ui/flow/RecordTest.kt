package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ui.nav.Place

/** What is on record is amended, struck and taken back, and never gone. */
class RecordTest {
    private fun Shift.atTheRecord() {
        before(stories.removable() + stories.disinfected(stories.bed9, -100))
        open(stories.bed(9))
        hands.tap(words.caseWholeRecord)
        here<Place.Record>()
    }

    private fun Shift.amend() {
        hands.tapPart(title(EntryKind.DISINFECT))
        hands.tap(words.recordAmend)
        hands.say("agent", "povidone")
        hands.type(words.formWhyAmended, "read the bottle")
        hands.tap(words.formSave)
        here<Place.Record>()
    }

    @Test
    fun `an amendment can be taken back from the record for ten seconds`() = Shift.each {
        atTheRecord()
        val before = newest(EntryKind.DISINFECT)?.form
        amend()
        assertEquals(Form.Disinfect(DisinfectForm("povidone")), newest(EntryKind.DISINFECT)?.form)
        at(0, second = 9)
        hands.tap(words.caseUndo)
        hands.doNotSee(words.caseUndo)
        assertEquals(before, newest(EntryKind.DISINFECT)?.form)
        here<Place.Record>()
    }

    @Test
    fun `later, what was amended stays so`() = Shift.each {
        atTheRecord()
        amend()
        hands.see(words.caseUndo)
        at(0, second = 11)
        hands.doNotSee(words.caseUndo)
        assertEquals(Form.Disinfect(DisinfectForm("povidone")), newest(EntryKind.DISINFECT)?.form)
    }
}
