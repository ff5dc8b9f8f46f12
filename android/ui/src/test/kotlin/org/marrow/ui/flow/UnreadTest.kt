package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.nav.Place

/** It is on record, and cannot be read again just then: it is told as recorded, and nobody is led to record it twice. */
class UnreadTest {
    @Test
    fun `what is done in one tap is said to be on record, and the next look shows it`() = Shift.each {
        before(stories.board())
        open(stories.bed(7))
        val due = checkNotNull(task("disinfect"))
        val count = case.entries
        ward.disk.unreadable = true
        hands.tap("${words.caseDone}, ${due.title}")
        hands.see(words.boardStale)
        assertEquals(Touch.RECORDED, host.felt.last())
        ward.disk.unreadable = false
        at(1)
        hands.doNotSee(words.boardStale)
        hands.doNotSee("${words.caseDone}, ${due.title}")
        assertEquals(count + 1u, case.entries)
    }

    @Test
    fun `a form that was saved is left, and its page says that it is on record`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        put(Place.Form(case.header.case, EntryKind.DISINFECT))
        ward.disk.unreadable = true
        hands.tap(words.formSave)
        here<Place.Case>()
        hands.see(words.boardStale)
        assertEquals(Touch.RECORDED, host.felt.last())
        ward.disk.unreadable = false
        at(1)
        hands.doNotSee(words.boardStale)
        assertEquals(1, case.record.count { it.kind == EntryKind.DISINFECT })
    }

    @Test
    fun `a needle that is out is not asked for as if nobody had said so`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        put(Place.Removal(case.header.case))
        hands.tap(words.removalWithout)
        hands.tap(words.removalTwoTaps)
        ward.disk.unreadable = true
        hands.tap(words.removalYesOut)
        hands.see(words.boardStale)
        ward.disk.unreadable = false
        at(1)
        hands.see(words.removalStep("3", words.removalCompression))
        hands.doNotSee(words.boardStale)
        assertEquals(1, case.record.count { it.kind == EntryKind.REMOVE })
    }

    @Test
    fun `a new needle that cannot be shown is on record once, and its case is there when it can be read`() = Shift.each {
        val tibia = ward.ask { catalogue() }.places.first { it.site == Site.PROXIMAL_TIBIA && it.side == Side.LEFT }.text
        hands.tap(words.boardNewIo)
        hands.tap(tibia)
        hands.tap("EZ-IO")
        ward.disk.unreadable = true
        hands.tap(words.newIoSave)
        here<Place.Case>()
        hands.see(words.troubleUnreadable)
        hands.see(words.boardStale)
        assertEquals(Touch.RECORDED, host.felt.last())
        ward.disk.unreadable = false
        hands.tap(words.troubleAgain)
        hands.see(tibia)
        assertEquals(1, case.record.count { it.kind == EntryKind.INSERT })
        assertEquals(1, flow.client.board.value?.open?.size)
    }
}
