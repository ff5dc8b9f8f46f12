package org.marrow.ui.flow

import org.marrow.ffi.MarrowException
import org.marrow.ui.parts.Refusal

/** What the core says of an act that it did not take. */
internal fun refusalOf(failure: MarrowException): Refusal = when (failure) {
    is MarrowException.Refused -> Refusal(failure.title, failure.advice)
    is MarrowException.Policy -> Refusal(failure.text, "")
    else -> Refusal(failure.message.orEmpty(), "")
}
