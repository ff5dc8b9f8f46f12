package org.marrow.ui.case

import org.marrow.ffi.Answer
import org.marrow.ffi.EntryKind
import org.marrow.ffi.EntryView
import org.marrow.ffi.FieldView
import org.marrow.ffi.FlagView
import org.marrow.ffi.KindText

/**
 * An entry in one line: its kind, and the first of what it says; of a check, what it raised that is still open. The
 * record has all of it.
 */
internal fun summary(entry: EntryView, flags: List<FlagView>, kinds: List<KindText>): String {
    val raised = flags.filter { entry.id in it.raisedBy }.map { it.text.ifEmpty { it.title } }
    val answers = kinds.firstOrNull { it.kind == entry.kind }?.fields.orEmpty().associate { it.field to it.answer }
    val said = if (entry.kind == EntryKind.CHECK) emptyList() else entry.fields.filter { it.field != "rule" && it.field != "entry" }
    return (listOf(entry.title) + raised.ifEmpty { said.take(SHOWN).map { said(it, answers[it.field]) } }).joinToString(" · ")
}

/** A yes or no says nothing without what it is about. */
private fun said(field: FieldView, answer: Answer?) = if (answer is Answer.YesNo) "${field.label.lowercase()}: ${field.text}" else field.text

internal fun author(entry: EntryView): String = listOf(entry.name, entry.role).filter { it.isNotEmpty() }.joinToString(", ")

private const val SHOWN = 2
