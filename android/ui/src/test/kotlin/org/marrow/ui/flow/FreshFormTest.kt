package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.function.Executable
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ffi.formOf
import org.marrow.ui.form.FormState
import org.marrow.ui.nav.Place

/** No form answers for a person: every kind's begins with nothing chosen, in every group of it. */
class FreshFormTest {
    @Test
    fun `a fresh form of any kind has nothing chosen, and all that can be chosen begins alike`() = Shift.of(Lang.ES) {
        before(stories.removable())
        open(stories.bed(9))
        val kinds = checkNotNull(flow.catalogue).kinds.filter { formOf(it.kind, emptyMap()) != null }
        assertEquals(true, kinds.size > 20, "${kinds.size} kinds")
        assertAll(kinds.map { Executable { fresh(it.kind) } })
    }

    private fun Shift.fresh(kind: EntryKind) {
        put(Place.Form(case.header.case, kind))
        hands.see(title(kind))
        val form = FormState.of(kind, case, checkNotNull(flow.catalogue), flow.times)
        form.groups.drop(1).filterNot { it.open }.forEach { hands.tap(it.title) }
        assertEquals(emptyList<String>(), hands.chosen(), "$kind")
        assertEquals(emptyList<String>(), hands.choices().filter { it.first().isLowerCase() }, "$kind")
        hands.tap(words.commonClose)
    }
}
