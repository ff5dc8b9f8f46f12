package org.marrow.ui.flow

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isSelectable
import androidx.compose.ui.test.isSelected
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import javax.swing.SwingUtilities
import org.marrow.ffi.Answer
import org.marrow.ffi.value
import org.marrow.ui.form.FormState
import org.marrow.ui.nav.Place

/** What a nurse does and sees, by what is written and what is read aloud; never by where it stands. */
@OptIn(ExperimentalTestApi::class)
class Hands(private val page: ComposeUiTest, private val shift: Shift) {
    /** How often she touched the screen, but for typing. */
    var taps = 0
        private set

    fun tap(said: String) {
        click((hasText(said) or hasContentDescription(said)) and hasClickAction(), "to tap: $said")
    }

    /** A part of what is read aloud is enough, where the rest is the hour. */
    fun tapPart(said: String) {
        click((hasText(said, true) or hasContentDescription(said, true)) and hasClickAction(), "to tap: …$said…")
    }

    fun type(label: String, text: String) {
        val field = hasSetTextAction() and (hasContentDescription(label) or hasAnyAncestor(hasContentDescription(label)))
        await(field, "to type into: $label")
        page.onNode(field).performTextReplacement(text)
        settle()
    }

    /** An answer in the form on the screen, by its field: its group is opened first where it is closed. */
    fun say(field: String, answer: Any) {
        val place = shift.here<Place.Form>()
        val catalogue = checkNotNull(shift.flow.catalogue)
        val form = FormState.of(place.kind, shift.case, catalogue, shift.flow.times, place.given)
        val group = form.groups.first { group -> group.fields.any { it.field == field || it.other == field } }
        val asked = group.fields.first { it.field == field || it.other == field }
        val text = checkNotNull(form.field(field))
        val side = if (asked.field == field) form.side else form.otherSide
        val question = if (asked.other == null) asked.label else "${asked.label}, ${side.orEmpty().replaceFirstChar(Char::uppercase)}"
        if (group !== form.groups.first() && nodes(hasContentDescription(question, true)) == 0) tap(group.title)
        when (val kind = text.answer) {
            is Answer.YesNo -> tap("$question: ${if (answer == true) shift.words.commonYes else shift.words.commonNo}")
            is Answer.One -> tap("$question: ${kind.words.first { it.word.value == answer }.text.replaceFirstChar(Char::uppercase)}")
            is Answer.Several -> tap("$question: ${kind.words.first { it.word.value == answer }.text.replaceFirstChar(Char::uppercase)}")
            is Answer.Pain -> tap("$question: $answer")
            else -> type(question, "$answer")
        }
    }

    fun see(text: String) = await(hasText(text, true) or hasContentDescription(text, true), "to see: $text")

    fun doNotSee(text: String) =
        until("not to see: $text") { nodes(hasText(text, true) or hasContentDescription(text, true)) == 0 }

    fun sees(text: String) = nodes(hasText(text)) > 0

    /** All that is chosen on the screen, as it is read aloud. */
    fun chosen(): List<String> = page.onAllNodes(isSelected()).fetchSemanticsNodes().map { said(it.config) }

    /** All that can be chosen on the screen, as it is written. */
    fun choices(): List<String> = page.onAllNodes(isSelectable()).fetchSemanticsNodes()
        .map { node -> node.config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString { it.text } }

    private fun click(node: SemanticsMatcher, what: String) {
        await(node, what)
        val found = page.onAllNodes(node)
        check(found.fetchSemanticsNodes().size == 1) { "more than one $what\n${screen()}" }
        if (nodes(node and hasAnyAncestor(hasScrollAction())) == 1) found[0].performScrollTo()
        found[0].performClick()
        taps++
        settle()
    }

    private fun await(node: SemanticsMatcher, what: String) = until(what) { nodes(node) > 0 }

    private fun nodes(node: SemanticsMatcher) = page.onAllNodes(node).fetchSemanticsNodes(atLeastOneRootRequired = false).size

    fun until(what: String, holds: () -> Boolean) {
        try {
            page.waitUntil(timeoutMillis = PATIENCE_MS) { holds() }
        } catch (late: Throwable) {
            throw AssertionError("$what; at ${shift.flow.place}, where there is\n${screen()}", late)
        }
    }

    /** What was set going is done: by the core, by the flow on the screen's thread, and on the screen. */
    fun settle() = repeat(ROUNDS) {
        page.mainClock.advanceTimeByFrame()
        page.waitForIdle()
        shift.ward.ask { info() }
        SwingUtilities.invokeAndWait {}
        page.waitForIdle()
    }

    private fun screen() = page.onAllNodes(SemanticsMatcher("anything said") { said(it.config).isNotEmpty() })
        .fetchSemanticsNodes().joinToString("\n") { "  " + said(it.config) }

    private fun said(node: androidx.compose.ui.semantics.SemanticsConfiguration): String =
        (node.getOrNull(SemanticsProperties.ContentDescription).orEmpty() + node.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text })
            .joinToString(" | ")

    private companion object {
        const val PATIENCE_MS = 5_000L

        /** As many as the longest chain of calls has links: preview, record, reminders, health. */
        const val ROUNDS = 5
    }
}
