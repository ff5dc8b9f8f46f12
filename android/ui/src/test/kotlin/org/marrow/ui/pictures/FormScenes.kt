package org.marrow.ui.pictures

import java.math.BigDecimal
import org.marrow.ffi.Bleeding
import org.marrow.ffi.EntryKind
import org.marrow.ffi.LimbColour
import org.marrow.ffi.Lang
import org.marrow.ffi.Pulse
import org.marrow.ffi.formOf
import org.marrow.ui.form.FormContent
import org.marrow.ui.form.FormState
import org.marrow.ui.ward.Stories
import org.marrow.ui.ward.Ward

/** Forms: the check in its turns, and one of each way to answer. */
class FormScenes(private val lang: Lang, private val doubled: Doubled?) {
    private val stories = Stories(lang)

    /** Every kind's form with all its groups open; of a check, all its questions. */
    private fun open(form: FormState): Scene {
        val closed = form.groups.drop(1).filterNot { it.open }.map { it.title }
        return Scene("every-${form.kind.kind.name.lowercase().replace('_', '-')}", whole = true) {
            FormContent(form.copy(turned = closed.toSet(), missing = form.groups.flatMap { group -> group.fields.map { it.field } })) {}
        }
    }

    fun all(): List<Scene> = ward(lang, doubled).use { ward ->
        ward.play(stories.board())
        val case = ward.ask { case(stories.bed4) }
        val catalogue = ward.ask { catalogue() }
        fun form(kind: EntryKind) = FormState.of(kind, case, catalogue, ward.times())
        fun FormState.asked() = copy(missing = ward.preview(stories.bed4, form).missing)
        val check = form(EntryKind.CHECK).asked()
        val half = check.with("bleeding", Bleeding.NONE).with("pulse", Pulse.WEAK).with("other_pulse", Pulse.STRONG)
            .with("colour", LimbColour.NORMAL).notAssessed("pain").asked()
        val flush = form(EntryKind.FLUSH).with("ml", BigDecimal(10)).with("resistance", false)
        listOf(
            Scene("check") { FormContent(check) {} },
            Scene("check-half") { FormContent(half) {} },
            Scene("form-flush") { FormContent(flush) {} },
            Scene("form-product") { FormContent(form(EntryKind.START_PRODUCT)) {} },
            Scene("form-patient") { FormContent(form(EntryKind.UPDATE_PATIENT)) {} },
            Scene("form-extend") { FormContent(form(EntryKind.EXTEND)) {} },
        ) + catalogue.kinds.filter { formOf(it.kind, emptyMap()) != null }.map { open(form(it.kind)) }
    }
}
