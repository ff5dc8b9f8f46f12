package org.marrow.ui.form

import org.marrow.ffi.Answer
import org.marrow.ffi.Answers
import org.marrow.ffi.AskedField
import org.marrow.ffi.AskedGroup
import org.marrow.ffi.CaseView
import org.marrow.ffi.Catalogue
import org.marrow.ffi.CheckAsked
import org.marrow.ffi.DeviceText
import org.marrow.ffi.EntryKind
import org.marrow.ffi.FieldText
import org.marrow.ffi.Form
import org.marrow.ffi.KindText
import org.marrow.ffi.formOf
import org.marrow.ui.parts.Refusal
import org.marrow.ui.time.Times

/**
 * A form of any kind, half filled in. What it asks, in which order and how, is the core's to say; here is what was
 * answered. Nothing is answered beforehand.
 */
data class FormState(
    val times: Times,
    val kind: KindText,
    /** Whom it is about, in words: alias, side and bone. */
    val alias: String,
    val place: String?,
    val groups: List<AskedGroup>,
    val devices: List<DeviceText>,
    /** What the sides are called, where both are compared. */
    val side: String? = null,
    val otherSide: String? = null,
    val answers: Answers = emptyMap(),
    /** Fields that were given with the form, and are not asked. */
    val given: Set<String> = emptySet(),
    /** Why it is recorded late is asked, and what is typed. */
    val whyLate: String? = null,
    /** It takes the place of an entry: why is asked, and what is typed. */
    val whyAmended: String? = null,
    /** Groups that somebody opened or closed by hand. */
    val turned: Set<String> = emptySet(),
    /** What a check lacks to count, by field, as the core said last; none before it was asked. */
    val missing: List<String>? = null,
    /** When it happened, where that is not now. */
    val performedAtMs: Long? = null,
    val refusal: Refusal? = null,
    /** Answers by field that this case has at hand, beside those of everybody. */
    val heard: Map<String, List<String>> = emptyMap(),
) {
    val isCheck get() = kind.kind == EntryKind.CHECK

    /** Nothing that counts is missing. */
    val isWhole get() = missing.isNullOrEmpty()

    val saysNothing get() = isCheck && answers.keys == given

    /** The form as far as it is answered; to be previewed and recorded. */
    val form: Form get() = requireNotNull(formOf(kind.kind, answers)) { "a kind without a form is never asked" }

    fun field(name: String): FieldText? = kind.fields.firstOrNull { it.field == name }

    fun isOpen(group: AskedGroup): Boolean = group.open != (group.title in turned)

    val notAssessed: Set<String> get() = (answers[NOT_ASSESSED] as List<*>?).orEmpty().filterIsInstance<String>().toSet()

    /** With that answer, or without one. What is answered is assessed. */
    fun with(field: String, value: Any?): FormState {
        val rest = answers - field
        return copy(answers = if (value == null) rest else rest + (field to value)).assessed(field)
    }

    /** "Not assessed" said of a field, or taken back. */
    fun notAssessed(field: String): FormState =
        if (field in notAssessed) assessed(field)
        else copy(answers = answers - field + (NOT_ASSESSED to (notAssessed + field).toList()))

    /** The same answers to the questions as another language asks them. */
    fun asked(fresh: FormState): FormState = fresh.copy(
        answers = answers, whyLate = whyLate, whyAmended = whyAmended, missing = missing, performedAtMs = performedAtMs,
    )

    private fun assessed(field: String): FormState {
        val left = notAssessed - field
        return copy(answers = if (left.isEmpty()) answers - NOT_ASSESSED - WHY else answers + (NOT_ASSESSED to left.toList()))
    }

    /** Out of how many that count, how many are answered. */
    val counted: Pair<Int, Int>
        get() {
            val asked = groups.filter { it.counts }.flatMap { it.fields }.map { it.field }
            val lacks = missing ?: asked
            val done = asked.count { it !in lacks && isSaid(it) }
            return done to done + lacks.size
        }

    private fun isSaid(field: String) = field in answers || field in notAssessed

    /** Some that count are asked only where another answer makes them: the core says so by missing them. */
    fun applies(group: AskedGroup, field: String): Boolean =
        field !in given && (!group.counts || missing == null || field in missing || isSaid(field))

    companion object {
        internal const val NOT_ASSESSED = "not_assessed"
        internal const val WHY = "not_assessed_reason"

        /** An empty form of a kind about a case. */
        fun of(
            kind: EntryKind,
            case: CaseView,
            catalogue: Catalogue,
            times: Times,
            given: Answers = emptyMap(),
        ): FormState {
            val asked = catalogue.kinds.first { it.kind == kind }
            val check: CheckAsked? = case.check.takeIf { kind == EntryKind.CHECK }
            return FormState(
                times = times,
                kind = asked,
                alias = case.header.alias,
                place = case.header.place,
                groups = check?.groups ?: groups(asked),
                devices = catalogue.devices,
                side = check?.side,
                otherSide = check?.otherSide,
                answers = given,
                given = given.keys,
                heard = if (kind == EntryKind.TELL) mapOf("whom" to told(case)) else emptyMap(),
            )
        }

        /** Who answers for the patient, and who has been told before: most often it is one of them again. */
        private fun told(case: CaseView): List<String> {
            val before = case.record.asReversed().mapNotNull { (it.form as? Form.Tell)?.form?.whom }
            return (listOfNotNull(case.patientForm.responsibleClinician) + before).distinct().take(HEARD)
        }

        private const val HEARD = 4

        private fun groups(kind: KindText): List<AskedGroup> {
            val fields = kind.fields.filter { it.answer !is Answer.Given && it.answer !is Answer.Fields }.associateBy { it.field }
            fun plain(field: FieldText) = AskedField(field.field, field.label, null, null, null, null)
            if (kind.groups.isEmpty()) return listOf(AskedGroup(kind.title, false, true, fields.values.map(::plain)))
            return kind.groups.mapIndexed { n, group ->
                AskedGroup(group.title, false, n == 0, group.fields.mapNotNull { fields[it] }.map(::plain))
            }
        }
    }
}

sealed interface FormEvent {
    data object Back : FormEvent

    /** An answer, or none any more. */
    data class Said(val field: String, val value: Any?) : FormEvent

    data class NotAssessed(val field: String) : FormEvent

    data class Turn(val group: String) : FormEvent

    data class WhyLate(val text: String) : FormEvent

    data class WhyAmended(val text: String) : FormEvent

    data object Moment : FormEvent

    data object Save : FormEvent
}
