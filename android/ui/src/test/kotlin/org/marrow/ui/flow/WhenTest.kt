package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ui.nav.Place

/** When it was: a form says the time and what it is of, and asks for another on a sheet. */
class WhenTest {
    private val happened = mapOf(Lang.EN to "Happened", Lang.ES to "Ocurrió")

    private fun Shift.atADisinfection() {
        before(stories.removable())
        open(stories.bed(9))
        put(Place.Form(case.header.case, EntryKind.DISINFECT))
    }

    private fun Shift.time(hour: String) = "${happened[ward.lang]}, $hour"

    @Test
    fun `a time in a form is read aloud as what it is, and so is another that is chosen`() = Shift.each {
        assertEquals(happened[ward.lang], words.recordHappened)
        atADisinfection()
        hands.tap(time("03:12"))
        hands.tap(words.newIoEarlier(flow.times.span(600_000)))
        hands.tap(words.newIoTake)
        hands.tap(time("03:02"))
        hands.tap(words.newIoTake)
        hands.tap(words.formSave)
        assertEquals(flow.times.nowMs - 600_000, newest(EntryKind.DISINFECT)?.performedAtMs)
    }

    @Test
    fun `the sheet that asks for the time covers the form, and nothing behind it is reached`() = Shift.each {
        atADisinfection()
        val behind = listOf(title(EntryKind.DISINFECT), stories.bed(9), label(EntryKind.DISINFECT, "agent"), words.formSave, time("03:12"))
        behind.forEach(hands::see)
        hands.tap(time("03:12"))
        hands.see(words.formWhen)
        behind.forEach(hands::doNotSee)
        hands.tap(words.commonClose)
        behind.forEach(hands::see)
    }
}
