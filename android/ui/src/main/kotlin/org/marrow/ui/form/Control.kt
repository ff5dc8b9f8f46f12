package org.marrow.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Answer
import org.marrow.ffi.FieldText
import org.marrow.ffi.Pain
import org.marrow.ffi.WordText
import org.marrow.ffi.value
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Chip

/** The control that a field is answered with. Pressing what is chosen takes it back. */
@Composable
internal fun Control(state: FormState, field: FieldText, question: String, onEvent: (FormEvent) -> Unit) {
    val now = state.answers[field.field]
    val say = { value: Any? -> onEvent(FormEvent.Said(field.field, value)) }
    val words = state.times.words
    when (val answer = field.answer) {
        is Answer.YesNo -> Choices(listOf(true to words.commonYes, false to words.commonNo), setOfNotNull(now), question) { say(it.takeIf { it != now }) }
        is Answer.One -> Choices(answer.words.texts(), setOfNotNull(now), question) { say(it.takeIf { it != now }) }
        is Answer.Several -> {
            val chosen = (now as List<*>?).orEmpty().filterNotNull()
            Choices(answer.words.texts(), chosen.toSet(), question) { say(turned(chosen, it)) }
        }
        is Answer.Pain -> Scores(answer.notAssessable, now as Pain?, question, say)
        is Answer.Device -> Choices(state.devices.map { it.id to it.name }, setOfNotNull(now), question) { say(it.takeIf { it != now }) }
        is Answer.Number -> NumberInput(state, field, answer, question, say)
        is Answer.Text -> WordsInput(state, field, question, say)
        is Answer.Texts -> ListInput(state, field, question, say)
        is Answer.Day -> DayInput(state, field, say)
        is Answer.Fields, is Answer.Given -> Unit
    }
}

private fun List<WordText>.texts() = map { it.word.value to it.text }

/** A list with one more, or one less. None chosen is no answer. */
internal fun turned(chosen: List<Any>, one: Any): List<Any>? = (if (one in chosen) chosen - one else chosen + one).ifEmpty { null }

/** Answers as chips, each with a capital, as many beside each other as their words allow. */
@Composable
internal fun <T : Any> Choices(answers: List<Pair<T, String>>, chosen: Set<Any>, question: String, onChoose: (T) -> Unit) {
    val options = answers.map { (answer, text) -> answer to text.replaceFirstChar(Char::uppercase) }
    val measurer = rememberTextMeasurer()
    val style = Look.type.value.copy(fontWeight = FontWeight.Bold)
    val widest = with(LocalDensity.current) { options.maxOf { measurer.measure(it.second, style).size.width }.toDp() } + 12.dp
    BoxWithConstraints(Modifier.fillMaxWidth()) {
        val columns = columns(options.size, ((maxWidth + Size.gap) / (widest + Size.gap)).toInt())
        Column(Modifier.fillMaxWidth().selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            for (row in options.chunked(columns)) {
                Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Size.gap)) {
                    for ((option, text) in row) {
                        Chip(text, option in chosen, Modifier.weight(1f).fillMaxHeight(), said = "$question: $text") { onChoose(option) }
                    }
                    repeat(columns - row.size) { Spacer(Modifier.weight(1f)) }
                }
            }
        }
    }
}

/** Up to four stand in one row where they fit, or in two equal ones; more in rows of three. */
private fun columns(options: Int, fit: Int): Int = when {
    fit <= 1 -> 1
    options <= fit && options <= 4 -> options
    options == 4 || fit == 2 -> 2
    else -> 3
}

/** 0 to 10 in two rows of six, the last of which says that it cannot be told. */
@Composable
private fun Scores(notAssessable: String, now: Pain?, question: String, say: (Any?) -> Unit) {
    val scores = (0..10).map { Pain.Score(it.toUByte()) to "$it" }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap)) {
        for (row in scores.chunked(6)) {
            Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
                for ((score, text) in row) {
                    Chip(text, score == now, Modifier.weight(1f).fillMaxHeight(), said = "$question: $text") { say(score.takeIf { it != now }) }
                }
                repeat(6 - row.size) { Spacer(Modifier.weight(1f)) }
            }
        }
        val text = notAssessable.replaceFirstChar(Char::uppercase)
        Chip(text, now is Pain.NotAssessable, Modifier.fillMaxWidth(), said = "$question: $text") { say(Pain.NotAssessable.takeIf { it != now }) }
    }
}
