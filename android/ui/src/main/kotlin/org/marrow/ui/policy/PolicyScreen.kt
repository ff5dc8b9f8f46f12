package org.marrow.ui.policy

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.PolicyNumber
import org.marrow.ffi.PolicyView
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.Hairline
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.OutlinedAction
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.Refusal
import org.marrow.ui.parts.RefusedBand
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** Every number of the protocol with the hospital's policy laid over it. */
data class PolicyState(val words: Words, val policy: PolicyView, val refusal: Refusal? = null)

enum class PolicyEvent { BACK, BRING_IN, HAND_OUT, REMOVE }

/** Each number in force, large; what it would be without the policy, and between what it may lie. Nothing is typed here. */
@Composable
fun PolicyContent(state: PolicyState, onEvent: (PolicyEvent) -> Unit) = Cut {
    val words = state.words
    val policy = state.policy
    Page(
        attention = state.refusal,
        top = { TopBar(words.policyTitle, Icons.back, words.commonBack, { onEvent(PolicyEvent.BACK) }) },
        bar = {
            if (policy.document != null) {
                OutlinedAction(words.policyHandOut, least = Size.main) { onEvent(PolicyEvent.HAND_OUT) }
            }
            MainButton(words.policyBringIn) { onEvent(PolicyEvent.BRING_IN) }
        },
    ) {
        state.refusal?.let { RefusedBand(it) }
        Over(policy, words)
        policy.numbers.forEach { number ->
            Hairline()
            Number(number, words)
        }
        if (policy.document != null) {
            OutlinedAction(words.policyRemove, Modifier.padding(Size.edge, 12.dp)) { onEvent(PolicyEvent.REMOVE) }
        }
    }
}

@Composable
private fun Over(policy: PolicyView, words: Words) {
    Column(Modifier.padding(Size.edge, 4.dp, Size.edge, 12.dp)) {
        Text(words.policyProtocol(policy.protocol, "${policy.protocolVersion}"), style = Look.type.label, color = Look.colours.onSurfaceMuted)
        val id = policy.id
        Text(if (id == null) words.policyNone else words.policyOver(id, "${policy.version}"), style = Look.type.value)
        listOfNotNull(policy.author, policy.effective, policy.reason).forEach { Text(it, style = Look.type.label) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Number(number: PolicyNumber, words: Words) {
    Column(Modifier.semantics(mergeDescendants = true) {}.padding(Size.edge, 9.dp)) {
        Text(number.label, style = Look.type.body)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            Text(if (number.value.isEmpty()) words.policyOff else "${number.value} ${number.unit}".trim(), style = Look.type.alias)
            // The dot is drawn in words too: a mark alone is not read aloud.
            if (number.changed) Text(words.policyChanged, Modifier.alignByBaseline(), style = Look.type.status, color = Look.colours.primary)
        }
        val standard = number.defaultValue.ifEmpty { words.policyOff }
        Text(words.policyBounds(standard, number.min, number.max), style = Look.type.label, color = Look.colours.onSurfaceMuted)
        Text(number.source, style = Look.type.label, color = Look.colours.onSurfaceMuted)
    }
}
