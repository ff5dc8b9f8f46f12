package org.marrow.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.time.Times

/** Another time, by steps: no typing, no wheel. It cannot get past now. */
@Composable
fun MomentSheet(title: String, times: Times, chosen: Long?, onChoose: (Long?) -> Unit, onClose: () -> Unit) {
    val words = times.words
    val at = chosen ?: times.nowMs
    Sheet(title, words.commonClose, onClose) {
        Column(Modifier.fillMaxWidth().padding(Size.edge, 0.dp), Arrangement.spacedBy(Size.gap), Alignment.CenterHorizontally) {
            Text(times.hour(at), style = Look.type.left)
            Text("${times.date(at)} · ${times.relative(at)}", style = Look.type.body, color = Look.colours.onSurfaceMuted)
            for (minutes in STEPS) {
                Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Size.gap)) {
                    val span = times.span(minutes * Times.MINUTE)
                    OutlinedAction(words.newIoEarlier(span), Modifier.weight(1f)) { onChoose(at - minutes * Times.MINUTE) }
                    OutlinedAction(words.newIoLater(span), Modifier.weight(1f)) {
                        onChoose((at + minutes * Times.MINUTE).takeIf { it < times.nowMs })
                    }
                }
            }
            MainButton(words.newIoTake, Modifier.fillMaxWidth(), writes = times.hourOrDate(at), onClick = onClose)
        }
    }
}

private val STEPS = listOf(60L, 10L, 1L)
