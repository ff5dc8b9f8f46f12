package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.marrow.ffi.EntryKind
import org.marrow.ffi.SkipForm
import org.marrow.ffi.SkipReason
import org.marrow.ffi.Form
import org.marrow.ffi.MarrowException
import org.marrow.ffi.SnoozeForm
import org.marrow.ffi.Status
import org.marrow.ui.nav.Place

/** What is due is done, put off, left out or seen. */
class TaskTest {
    @Test
    fun `done in one tap can be taken back for ten seconds`() = Shift.each {
        before(stories.board())
        open(stories.bed(7))
        val due = checkNotNull(task("disinfect"))
        val done = "${words.caseDone}, ${due.title}"
        val band = words.formRecorded(title(EntryKind.DISINFECT))
        hands.tap(done)
        here<Place.Case>()
        hands.see(band)
        assertEquals(Status.UPCOMING, task("disinfect")?.status)
        at(0, second = 9)
        hands.tap(words.caseUndo)
        hands.doNotSee(band)
        assertEquals(due.status, task("disinfect")?.status)
        assertEquals(1, newest(EntryKind.DISINFECT)?.struck?.size)
        hands.tap(done)
        hands.see(band)
        at(0, second = 21)
        hands.doNotSee(band)
        hands.doNotSee(words.caseUndo)
        assertEquals(0, newest(EntryKind.DISINFECT)?.struck?.size)
    }

    @Test
    fun `what is overdue asks why, and the reason is on record`() = Shift.each {
        before(stories.board())
        at(120)
        open(stories.bed(7))
        val due = checkNotNull(task("disinfect"))
        assertTrue(due.status >= Status.OVERDUE, "${due.status}")
        hands.tap("${words.caseDone}, ${due.title}")
        here<Place.Form>()
        hands.type(words.formWhyLate, "other bed")
        hands.tap(words.formSave)
        here<Place.Case>()
        assertEquals("other bed", newest(EntryKind.DISINFECT)?.lateReason)
        assertEquals(Status.UPCOMING, task("disinfect")?.status)
        hands.tap(words.caseUndo)
        assertEquals(due.status, task("disinfect")?.status)
    }

    @Test
    fun `later puts it off, and what cannot be put off again says so`() = Shift.each {
        before(stories.board())
        open(stories.bed(11))
        val due = checkNotNull(task("site-check"))
        val held = host.reconciled
        val later = "${words.caseLater}, ${due.title}"
        hands.tap(later)
        hands.until("a reminder that is put off is held anew") { host.reconciled > held }
        hands.see(words.caseLaterUntil("03:22"))
        val enough = untilRefused(SnoozeForm(due.step)) { hands.tap(later) }
        hands.doNotSee(enough.title)
        hands.tap(later)
        hands.see(enough.title)
        hands.see(enough.advice)
        assertEquals(Touch.REFUSED, host.felt.last())
        here<Place.Case>()
    }

    private fun Shift.untilRefused(snooze: SnoozeForm, again: () -> Unit): MarrowException.Refused {
        repeat(10) {
            try {
                ward.preview(case.header.case, Form.Snooze(snooze))
            } catch (refused: MarrowException.Refused) {
                return refused
            }
            again()
        }
        error("it can be put off for ever")
    }

    @Test
    fun `not this time asks for the reason`() = Shift.each {
        before(stories.board())
        open(stories.bed(4))
        val due = checkNotNull(task("site-check"))
        hands.tap("${words.caseNotThisTime}, ${due.title}")
        assertEquals(emptyList<String>(), hands.chosen())
        hands.say("reason", SkipReason.AWAY)
        hands.tap(words.formSave)
        here<Place.Case>()
        assertEquals(SkipForm("site-check", SkipReason.AWAY, null), (newest(EntryKind.SKIP)?.form as Form.Skip).form)
        assertNotEquals(due.status, task("site-check")?.status)
    }

    @Test
    fun `what is to be known is seen`() = Shift.each {
        before(stories.board())
        at(275)
        open(stories.bed(4))
        val due = case.tasks.first { it.acknowledgeable }
        hands.tap("${words.caseSeen}, ${due.title}")
        assertNotNull(newest(EntryKind.ACKNOWLEDGE))
        hands.doNotSee("${words.caseSeen}, ${due.title}")
        hands.tap(words.caseUndo)
        hands.see("${words.caseSeen}, ${due.title}")
    }
}
