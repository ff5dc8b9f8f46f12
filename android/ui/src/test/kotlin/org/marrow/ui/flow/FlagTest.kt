package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Severity
import org.marrow.ui.nav.Place

/** A check finds what is dangerous: it says so at once, and whom to tell. */
class FlagTest {
    @Test
    fun `swelling in a check leads to its flag, somebody is told, and the board says who`() = Shift.each {
        before(stories.removable())
        hands.tapPart(stories.bed(9))
        hands.tap(words.caseCheck)
        val total = counted().second
        assertEquals(0, counted().first)
        hands.say("swelling", true)
        assertEquals(1 to total, counted())
        hands.see(words.formSaveUnfinished)
        hands.tap(words.formSaveUnfinished)
        val flag = case.flags.first { it.rule == here<Place.Flag>().rule }
        assertEquals(Severity.RED, flag.severity)
        hands.see(words.flagNotTold.replaceFirstChar(Char::uppercase))
        hands.tap(words.flagTell)
        hands.say("whom", stories.ruiz)
        hands.tap(words.formSave)
        here<Place.Flag>()
        hands.see(stories.ruiz)
        hands.tap(words.commonBack)
        here<Place.Case>()
        hands.tap(words.commonBack)
        hands.see(words.flagToldAt(stories.ruiz, "03:12"))
        hands.tapPart(flag.text)
        here<Place.Flag>()
    }

    private fun Shift.counted(): Pair<Int, Int> {
        for (total in 1..30) for (done in 0..total) if (hands.sees(words.formCount("$done", "$total"))) return done to total
        error("nothing is counted")
    }
}
