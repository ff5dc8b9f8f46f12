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
        before(stories.board())
        open(stories.bed(4))
        hands.tap(words.caseCheck)
        hands.say("bleeding", Bleeding.NONE)
        hands.tap(words.commonClose)
        here<Place.Case>()
        hands.tap(words.caseCheck)
        hands.see(words.formSaveUnfinished)
        assertEquals(emptyList<String>(), hands.chosen())
    }
}
