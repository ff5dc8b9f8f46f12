package org.marrow.ui.nav

import org.marrow.ffi.Answers
import org.marrow.ffi.CaseId
import org.marrow.ffi.EntryId
import org.marrow.ffi.EntryKind

/**
 * Where a person can be. The hosts keep a list of places, the last of which is on the screen; back takes one off.
 * Handover and taking over are to be added here, beside [Case], when they can be done.
 */
sealed interface Place {
    /** The case that must be on the screen there. */
    val about: CaseId? get() = null

    data object Board : Place

    data class Case(val case: CaseId) : Place {
        override val about get() = case
    }

    /** A new needle: of a new case, or of one that has none on record. */
    data class NewIo(val case: CaseId? = null) : Place {
        override val about get() = case
    }

    /**
     * The form of one kind of entry in a case. What is given is not asked; where it takes the place of an entry, that is
     * what the entry says, and is asked again.
     */
    data class Form(val case: CaseId, val kind: EntryKind, val given: Answers = emptyMap(), val amends: EntryId? = null) : Place {
        override val about get() = case
    }

    data class Removal(val case: CaseId) : Place {
        override val about get() = case
    }

    /** A flag of a case, by its rule, which raises one for each step that was passed over. */
    data class Flag(val case: CaseId, val rule: String, val step: String? = null) : Place {
        override val about get() = case
    }

    data class Record(val case: CaseId) : Place {
        override val about get() = case
    }

    data class Sheet(val case: CaseId) : Place {
        override val about get() = case
    }

    data object Reminders : Place

    /** All cards, or the one that was asked for. */
    data class Reference(val card: String? = null) : Place

    data object Policy : Place

    /** [who]: to say who records, and back. */
    data class Settings(val who: Boolean = false) : Place
}
