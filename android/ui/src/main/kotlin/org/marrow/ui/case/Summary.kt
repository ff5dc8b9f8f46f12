package org.marrow.ui.case

import org.marrow.ffi.EntryKind
import org.marrow.ffi.EntryView
import org.marrow.ffi.FlagView

/**
 * An entry in one line: its kind, and the first of what it says; of a check, what it raised that is still open. The
 * record has all of it.
 */
internal fun summary(entry: EntryView, flags: List<FlagView>): String {
    val raised = flags.filter { entry.id in it.raisedBy }.map { it.text.ifEmpty { it.title } }
    val said = if (entry.kind == EntryKind.CHECK) emptyList() else entry.fields.filter { it.field != "rule" && it.field != "entry" }.take(SHOWN).map { it.text }
    return (listOf(entry.title) + raised.ifEmpty { said }).joinToString(" · ")
}

internal fun author(entry: EntryView): String = listOf(entry.name, entry.role).filter { it.isNotEmpty() }.joinToString(", ")

private const val SHOWN = 2
