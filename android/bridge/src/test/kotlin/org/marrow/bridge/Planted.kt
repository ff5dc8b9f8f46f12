package org.marrow.bridge

import org.junit.jupiter.api.Assertions.assertFalse
import org.marrow.ffi.Actor
import org.marrow.ffi.Form
import org.marrow.ffi.PatientForm

/** Words about a patient and a nurse that no error may ever say. */
object Planted {
    const val NAME = "Ximena Quiroga"
    private const val IDENTIFIER = "H-204417"
    private val nurse = Actor("Zulema Ortuño", "enfermera", "Planta 3")
    private val words = listOf("Ximena", "Quiroga", IDENTIFIER, "Zulema", "Ortuño")

    val opening = of(Form.OpenCase(PatientForm(alias = NAME, name = NAME, identifier = IDENTIFIER)))

    fun of(form: Form) = Bench.command(form).copy(actor = nurse)

    fun assertSilent(said: String) = words.forEach { word ->
        assertFalse(said.contains(word, ignoreCase = true), "an error says '$word': $said")
    }

    /** In whatever way somebody may write it into a log. */
    fun assertSilent(thrown: Throwable) = assertSilent(
        "$thrown ${thrown.message} ${thrown.localizedMessage} ${thrown.stackTraceToString()}",
    )
}
