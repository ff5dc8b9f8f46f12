package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Status
import org.marrow.ui.nav.Place

/** What is due is done, put off, left out or seen. */
class TaskTest {
    @Test
    fun `dump`() = Shift.of(org.marrow.ffi.Lang.EN) {
        before(stories.board())
        for (bed in listOf(stories.bed2, stories.bed4, stories.bed7, stories.bed11, stories.box2, stories.bed9)) {
            println("== " + ward.ask { case(bed) }.header.alias)
            ward.ask { case(bed) }.tasks.forEach { println("${it.step} ${it.title} ${it.status} oneTap=${it.oneTap} opens=${it.opens} skip=${it.skippable} ack=${it.acknowledgeable}") }
        }
    }
}
