package org.marrow.ui.flow

import org.marrow.ffi.Catalogue
import org.marrow.ffi.MarrowException
import org.marrow.ui.parts.Refusal
import org.marrow.words.Words

/** What the core says of an act that it did not take, and what a person can do. */
internal fun refusalOf(failure: MarrowException, words: Words, catalogue: Catalogue?): Refusal = when (failure) {
    is MarrowException.Refused -> Refusal(failure.title, failure.advice, failure.liftedBy)
    is MarrowException.Policy -> Refusal(failure.text, words.refusedPolicy)
    is MarrowException.Invalid -> Refusal(words.refusedInvalid(label(failure.field, catalogue)), words.refusedInvalidMore)
    else -> Refusal(words.refusedGone, words.refusedGoneMore)
}

/** What a failure leaves open: a disk that fails in writing may have written, and so may what breaks off inside. */
internal fun unsureOf(failure: MarrowException, words: Words): Refusal? = when (failure) {
    is MarrowException.Io, is MarrowException.Internal -> Refusal(words.refusedUnsure, words.refusedUnsureMore)
    else -> null
}

private fun label(field: String, catalogue: Catalogue?): String =
    catalogue?.kinds?.firstNotNullOfOrNull { kind -> kind.fields.firstOrNull { it.field == field } }?.label ?: field
