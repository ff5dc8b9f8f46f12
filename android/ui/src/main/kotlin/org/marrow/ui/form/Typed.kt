package org.marrow.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.widthIn
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import java.math.BigDecimal
import java.math.RoundingMode
import org.marrow.ffi.Answer
import org.marrow.ffi.Day
import org.marrow.ffi.FieldText
import org.marrow.ffi.Lang
import org.marrow.ui.look.Size
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.TextInput

/** A number: those at hand, and one that is typed or stepped to. */
@Composable
internal fun NumberInput(state: FormState, field: FieldText, answer: Answer.Number, question: String, say: (Any?) -> Unit) {
    val now = state.answers[field.field] as BigDecimal?
    val words = state.times.words
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap)) {
        val atHand = field.atHand.map { BigDecimal(it) to written(BigDecimal(it), answer.unit, words.lang) }
        if (atHand.isNotEmpty()) Choices(atHand, setOfNotNull(now), question) { say(it.takeIf { it.compareTo(now ?: BigDecimal.TEN.negate()) != 0 }) }
        Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap), Alignment.Bottom) {
            val step = { sign: Int ->
                val from = now ?: field.min ?: BigDecimal.ZERO
                val to = (from + answer.step * sign.toBigDecimal()).setScale(answer.decimals.toInt(), RoundingMode.HALF_UP)
                say(to.coerceIn(field.min ?: to, field.max ?: to))
            }
            OutlinedAction("−", Modifier.widthIn(min = 56.dp).semantics { contentDescription = words.formLess(question) }) { step(-1) }
            Typed(field, answer, now, words.lang, question, Modifier.weight(1f), say)
            OutlinedAction("+", Modifier.widthIn(min = 56.dp).semantics { contentDescription = words.formMore(question) }) { step(1) }
        }
    }
}

/** What is typed stays as typed until it is a number; both a point and a comma are one. */
@Composable
private fun Typed(field: FieldText, answer: Answer.Number, now: BigDecimal?, lang: Lang, question: String, modifier: Modifier, say: (Any?) -> Unit) {
    var text by remember(now) { mutableStateOf(now?.let { written(it, null, lang) }.orEmpty()) }
    TextInput(answer.unit ?: field.label, text, modifier, question) { typed ->
        text = typed
        val number = typed.trim().replace(',', '.').toBigDecimalOrNull()
        if (number != null || typed.isBlank()) say(number)
    }
}

private fun written(number: BigDecimal, unit: String?, lang: Lang): String {
    val digits = number.toPlainString().let { if (lang == Lang.ES) it.replace('.', ',') else it }
    return listOfNotNull(digits, unit).joinToString(" ")
}

/** Words: those at hand, or others that are typed. */
@Composable
internal fun WordsInput(state: FormState, field: FieldText, question: String, say: (Any?) -> Unit) {
    val now = state.answers[field.field] as String?
    val atHand = field.atHand + state.heard[field.field].orEmpty()
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap)) {
        if (atHand.isNotEmpty()) Choices(atHand.map { it to it }, setOfNotNull(now), question) { say(it.takeIf { it != now }) }
        val label = if (atHand.isEmpty()) state.times.words.formByHand else state.times.words.formAnother
        TextInput(label, now?.takeIf { it !in atHand }.orEmpty(), said = question) {
            say(it.ifEmpty { null })
        }
    }
}

/** Several words: any of those at hand, and others with commas between them. */
@Composable
internal fun ListInput(state: FormState, field: FieldText, question: String, say: (Any?) -> Unit) {
    val now = (state.answers[field.field] as List<*>?).orEmpty().filterIsInstance<String>()
    val (atHand, typed) = now.partition { it in field.atHand }
    var text by remember { mutableStateOf(typed.joinToString(", ")) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap)) {
        Choices(field.atHand.map { it to it }, atHand.toSet(), question) { say(turned(now, it)) }
        TextInput(state.times.words.formAnother, text, said = question) {
            text = it
            say((atHand + it.split(',').map(String::trim).filter(String::isNotEmpty)).ifEmpty { null })
        }
    }
}

/** A day, typed as year-month-day: no wheel, and none that is not in the calendar is taken. */
@Composable
internal fun DayInput(state: FormState, field: FieldText, say: (Any?) -> Unit) {
    val now = state.answers[field.field] as Day?
    var text by remember { mutableStateOf(now?.let { "%04d-%02d-%02d".format(it.year, it.month.toInt(), it.day.toInt()) }.orEmpty()) }
    TextInput(state.times.words.formDate, text, said = field.label) { typed ->
        text = typed
        val day = runCatching { java.time.LocalDate.parse(typed.trim()) }.getOrNull()
        if (day != null || typed.isBlank()) say(day?.let { Day(it.year, it.monthValue.toUInt(), it.dayOfMonth.toUInt()) })
    }
}
