package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Bleeding
import org.marrow.ffi.EntryKind
import org.marrow.ffi.FlushFinding
import org.marrow.ffi.Inflammation
import org.marrow.ffi.LimbColour
import org.marrow.ffi.LimbTemperature
import org.marrow.ffi.Severity
import org.marrow.ui.case.raisedBy
import org.marrow.ui.nav.Place

/** A check finds what is dangerous: it says so at once, and whom to tell. */
class FlagTest {
    @Test
    fun `swelling leads to its flag, somebody is told, and the board says who`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        hands.tap(words.caseCheck)
        hands.see(words.formCount("0", "7"))
        // Saved by mistake, an empty one is no entry.
        val entries = case.entries
        hands.tap(words.formSaveUnfinished)
        hands.see(words.formNothing)
        assertEquals(entries, case.entries)
        hands.say("bleeding", Bleeding.NONE)
        hands.see(words.formCount("1", "7"))
        hands.say("colour", LimbColour.NORMAL)
        hands.say("temperature", LimbTemperature.NORMAL)
        hands.say("inflammation", Inflammation.NONE)
        hands.say("firm", true)
        hands.see(words.formCount("5", "7"))
        val labels = checkNotNull(flow.catalogue).kinds.first { it.kind == EntryKind.CHECK }.fields
            .filter { it.field == "pain" || it.field == "pulse" }.map { it.label.replaceFirstChar(Char::lowercase) }
        labels.forEach(hands::see)
        hands.say("swelling", true)
        hands.say("flush", FlushFinding.RESISTANCE)
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
        hands.tap("${flag.severityText}: ${flag.text}")
        // Whom one told before is told again in one tap.
        hands.tap(words.flagTell)
        hands.tapPart(": ${stories.ruiz}")
        hands.tap(words.formSave)
        assertEquals(flag.rule, here<Place.Flag>().rule)
    }

    @Test
    fun `of two flags of one rule each leads to its own page`() = Shift.each {
        before(stories.board())
        at(24 * 60)
        open(stories.bed(4))
        val same = case.flags.groupBy { it.rule }.values.first { it.size > 1 }
        for (flag in same) {
            hands.tapPart(raisedBy(flag, case, flow.times))
            assertEquals(flag.step, here<Place.Flag>().step)
            back()
        }
    }
}
