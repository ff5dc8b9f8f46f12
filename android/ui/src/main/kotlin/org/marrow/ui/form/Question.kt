package org.marrow.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.background
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Answer
import org.marrow.ffi.AskedField
import org.marrow.ui.look.Corner
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.ring

/** A question: its name, what was found last below it, "not assessed" beside, the answers. */
@Composable
internal fun Question(state: FormState, asked: AskedField, onEvent: (FormEvent) -> Unit) {
    val field = state.field(asked.field) ?: return
    val left = asked.field in state.notAssessed
    Column(Modifier.fillMaxWidth().padding(Size.edge, 12.dp), Arrangement.spacedBy(8.dp)) {
        // A finding can be left open on purpose; what is said besides needs no such word.
        val mayBeLeft = state.isCheck && field.answer !is Answer.Text && asked.field != "context"
        if (Look.large) {
            Name(state, asked, Modifier)
            if (mayBeLeft) NotAssessed(state, asked, left, onEvent)
        } else {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), Alignment.CenterVertically) {
                Name(state, asked, Modifier.weight(1f))
                if (mayBeLeft) NotAssessed(state, asked, left, onEvent)
            }
        }
        when {
            left -> Why(state, asked, onEvent)
            asked.other != null && state.side != null -> Sides(state, asked, onEvent)
            else -> Control(state, field, asked.label, onEvent)
        }
    }
}

@Composable
private fun Name(state: FormState, asked: AskedField, modifier: Modifier) {
    Column(modifier) {
        Text(asked.label, Modifier.semantics { heading() }, style = Look.type.main)
        val last = asked.last
        val at = asked.lastAtMs
        if (last != null && at != null) {
            val found = listOfNotNull(last, asked.otherLast).joinToString(" / ")
            Text("${state.times.hourOrDate(at)} · $found", style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
    }
}

/** Dashed, so that it is no answer among answers; filled once said. */
@Composable
private fun NotAssessed(state: FormState, asked: AskedField, said: Boolean, onEvent: (FormEvent) -> Unit) {
    val colours = Look.colours
    val text = state.times.words.formNotAssessed
    val ink = if (said) colours.onPrimary else colours.onSurface
    val edge = colours.outline
    Box(
        Modifier.defaultMinSize(minHeight = Size.target).clip(Corner.chip)
            .background(if (said) colours.primary else colours.surface)
            .drawBehind {
                val dashes = PathEffect.dashPathEffect(floatArrayOf(4.dp.toPx(), 3.dp.toPx()))
                if (!said) drawRoundRect(edge, cornerRadius = CornerRadius(12.dp.toPx()), style = Stroke(3.dp.toPx(), pathEffect = dashes))
            }
            .ring(12.dp).toggleable(said, role = Role.Checkbox) { onEvent(FormEvent.NotAssessed(asked.field)) }
            .semantics { contentDescription = "${asked.label}: $text" }
            .padding(12.dp, 4.dp),
        Alignment.Center,
    ) { Text(text, style = Look.type.heading, color = ink) }
}

/** Why not; one reason stands for all that is left in a check. */
@Composable
private fun Why(state: FormState, asked: AskedField, onEvent: (FormEvent) -> Unit) {
    val field = state.field(FormState.WHY) ?: return
    Control(state, field, "${asked.label}: ${field.label}", onEvent)
}

/** The needle's limb first, the other below it, each named by its side. */
@Composable
private fun Sides(state: FormState, asked: AskedField, onEvent: (FormEvent) -> Unit) {
    val words = state.times.words
    val rows = listOf(
        Triple(asked.field, state.side, words.formWithIo),
        Triple(asked.other, state.otherSide, words.formOtherLimb),
    )
    for ((name, side, which) in rows) {
        val field = name?.let(state::field) ?: continue
        val label = side.orEmpty().replaceFirstChar(Char::uppercase)
        val control = @Composable { size: Modifier -> Box(size) { Control(state, field, "${asked.label}, $label", onEvent) } }
        val head = @Composable { size: Modifier ->
            Column(size) {
                Text(label, style = Look.type.status)
                Text(which, style = Look.type.label, color = Look.colours.onSurfaceMuted)
            }
        }
        if (Look.large || field.answer !is Answer.One) {
            Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
                head(Modifier)
                control(Modifier.fillMaxWidth())
            }
        } else {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp)) {
                head(Modifier.width(76.dp).padding(top = 6.dp))
                control(Modifier.weight(1f))
            }
        }
    }
}
