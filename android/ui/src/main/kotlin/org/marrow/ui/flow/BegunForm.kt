package org.marrow.ui.flow

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import org.marrow.ui.form.FormState

/** A form as far as it is filled in, and what lies over it. */
internal class BegunForm(first: FormState) : Held {
    private val given = first.answers
    var form by mutableStateOf(first)
    var over by mutableStateOf<OverForm?>(null)

    private val saysSomething
        get() = form.answers != given || form.performedAtMs != null ||
            listOf(form.whyLate, form.whyAmended).any { !it.isNullOrBlank() }

    override fun back(): Boolean {
        val before = over
        over = if (before == null && saysSomething) OverForm.LEAVE else null
        return before != null || over != null
    }
}

/** A sheet over a form: another time is chosen, or what becomes of it is asked. */
internal enum class OverForm { TIME, LEAVE }
