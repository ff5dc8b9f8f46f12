package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ui.nav.Place
import org.marrow.ui.ward.Disk.End

/** A disk that failed in writing may have written: a person is told so before she records it once more. */
class UnsureTest {
    @Test
    fun `a form that failed says that nobody knows, with the trouble and after it, and keeps its answers`() {
        for (end in End.entries) Shift.each {
            before(stories.removable())
            open(stories.bed(9))
            val count = case.entries
            put(Place.Form(case.header.case, EntryKind.NOTE))
            val asleep = "asleep"
            hands.type(label(EntryKind.NOTE, "text"), asleep)
            ward.disk.end = end
            hands.tap(words.formSave)
            hands.see(words.troubleUnreadable)
            hands.see(words.refusedUnsure)
            hands.tap(words.troubleAgain)
            here<Place.Form>()
            hands.see(words.refusedUnsure)
            hands.see(words.refusedUnsureMore)
            hands.see(asleep)
            assertEquals(count + (if (end == End.WRITTEN) 1u else 0u), case.entries)
            assertEquals(Touch.REFUSED, host.felt.last())
        }
    }

    @Test
    fun `a new needle that failed opens one case, whatever had been written`() {
        for (end in End.entries) Shift.each {
            val tibia = ward.ask { catalogue() }.places.first { it.site == Site.PROXIMAL_TIBIA && it.side == Side.LEFT }.text
            hands.tap(words.boardNewIo)
            hands.tap(tibia)
            hands.tap("EZ-IO")
            ward.disk.end = end
            hands.tap(words.newIoSave)
            hands.see(words.refusedUnsure)
            hands.tap(words.troubleAgain)
            hands.see(words.refusedUnsure)
            hands.tap(words.newIoSave)
            here<Place.Case>()
            hands.doNotSee(words.refusedUnsure)
            assertEquals(1, flow.client.board.value?.open?.size)
            assertEquals(listOf(EntryKind.OPEN_CASE, EntryKind.INSERT), case.record.map { it.kind })
        }
    }
}
