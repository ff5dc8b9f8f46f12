package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Bleeding
import org.marrow.ui.nav.Place

/** What was begun is there when she is back, and gone when she has left it. */
class BegunTest {
    @Test
    fun `a reminder leads to another case, and the half-filled form is there on the way back`() = Shift.each {
        before(stories.board())
        open(stories.bed(4))
        hands.tap(words.caseCheck)
        hands.say("bleeding", Bleeding.NONE)
        val said = hands.chosen()
        assertEquals(1, said.size, "$said")
        put(Place.Case(stories.bed7))
        hands.see(stories.bed(7))
        hands.tap(words.commonBack)
        hands.see(words.formSaveUnfinished)
        assertEquals(said, hands.chosen())
    }

    @Test
    fun `a needle that is half said is there on the way back`() = Shift.each {
        before(stories.board())
        hands.tap(words.boardNewIo)
        hands.tap("EZ-IO")
        val said = hands.chosen()
        put(Place.Case(stories.bed7))
        hands.see(stories.bed(7))
        hands.tap(words.commonBack)
        hands.see(words.newIoSave)
        assertEquals(said, hands.chosen())
    }

    @Test
    fun `a form that was left begins anew`() = Shift.each {
        half()
        hands.tap(words.formThrowAway)
        here<Place.Case>()
        hands.tap(words.caseCheck)
        hands.see(words.formSaveUnfinished)
        assertEquals(emptyList<String>(), hands.chosen())
    }

    @Test
    fun `who closes a form that is half filled in is asked, and can stay`() = Shift.each {
        val said = half()
        hands.tap(words.formStay)
        assertEquals(said, hands.chosen())
        here<Place.Form>()
    }

    @Test
    fun `or save it there and then`() = Shift.each {
        half()
        val before = case.record.size
        hands.tap(words.formSaveUnfinished)
        here<Place.Case>()
        assertEquals(before + 1, case.record.size)
    }

    @Test
    fun `back closes what lies over a form, asks, and takes the question back`() = Shift.each {
        before(stories.board())
        open(stories.bed(4))
        hands.tap(words.caseCheck)
        hands.say("bleeding", Bleeding.NONE)
        hands.tapPart(words.recordHappened)
        back()
        hands.doNotSee(words.formWhen)
        back()
        hands.see(words.formLeave)
        back()
        hands.doNotSee(words.formLeave)
        here<Place.Form>()
    }

    @Test
    fun `a form in which nothing was said is left without a word`() = Shift.each {
        before(stories.board())
        open(stories.bed(4))
        hands.tap(words.caseCheck)
        hands.tap(words.commonClose)
        here<Place.Case>()
    }

    @Test
    fun `a needle that is half said is asked about too`() = Shift.each {
        before(stories.board())
        hands.tap(words.boardNewIo)
        hands.tap("EZ-IO")
        hands.tap(words.commonClose)
        hands.see(words.formLeave)
        hands.tap(words.formThrowAway)
        here<Place.Board>()
        hands.tap(words.boardNewIo)
        assertEquals(emptyList<String>(), hands.chosen().filter { "EZ-IO" in it })
    }

    /** A check with one answer that somebody closes. */
    private fun Shift.half(): List<String> {
        before(stories.board())
        open(stories.bed(4))
        hands.tap(words.caseCheck)
        hands.say("bleeding", Bleeding.NONE)
        val said = hands.chosen()
        hands.tap(words.commonClose)
        hands.see(words.formLeave)
        return said
    }
}
