package org.marrow.ui.newio

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.DeviceText
import org.marrow.ui.look.DeviceIcons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Chip
import org.marrow.ui.parts.SectionHead
import org.marrow.ui.parts.Sheet

/** The first devices that fit the bone, and the way to all the others. A device that was chosen is always seen. */
@Composable
internal fun Devices(state: NewIoState, onEvent: (NewIoEvent) -> Unit) {
    val fitting = state.catalogue.devices.filter { state.fits(it) }
    val chosen = state.catalogue.devices.find { it.id == state.draft.device }
    val shown = fitting.take(SHOWN).let { if (chosen == null || chosen in it) it else it.dropLast(1) + chosen }
    val choose = { device: DeviceText -> onEvent(NewIoEvent.Change { copy(device = device.id) }) }
    val more = @Composable { size: Modifier ->
        Chip(state.times.words.newIoMore, false, size, mark = DeviceIcons.more, least = 80.dp) { onEvent(NewIoEvent.Open(NewIoSheet.DEVICES)) }
    }
    if (Look.large) {
        Column(Modifier.selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            shown.forEach { key(it.id) { DeviceChip(it, state, Modifier.fillMaxWidth(), choose) } }
            more(Modifier.fillMaxWidth())
        }
    } else {
        Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
            shown.forEach { key(it.id) { DeviceChip(it, state, Modifier.weight(1f).fillMaxHeight(), choose) } }
            more(Modifier.weight(1f).fillMaxHeight())
        }
    }
}

@Composable
private fun DeviceChip(device: DeviceText, state: NewIoState, modifier: Modifier, onChoose: (DeviceText) -> Unit) {
    val name = device.name.replace('-', '\u2011')
    Chip(name, state.draft.device == device.id, modifier, mark = DeviceIcons.of(device.id), least = 80.dp, said = device.name) { onChoose(device) }
}

/** Every device; those that are not for the chosen bone stand apart. */
@Composable
internal fun DevicesSheet(state: NewIoState, onEvent: (NewIoEvent) -> Unit) {
    val words = state.times.words
    val (fitting, others) = state.catalogue.devices.partition { state.fits(it) }
    val choose = { device: DeviceText ->
        onEvent(NewIoEvent.Change { copy(device = device.id) })
        onEvent(NewIoEvent.Open(null))
    }
    Sheet(words.newIoDevices, words.commonClose, { onEvent(NewIoEvent.Open(null)) }) {
        DeviceGrid(fitting, state, choose)
        if (others.isNotEmpty()) {
            SectionHead(words.newIoNotForBone)
            DeviceGrid(others, state, choose)
        }
    }
}

@Composable
private fun DeviceGrid(devices: List<DeviceText>, state: NewIoState, onChoose: (DeviceText) -> Unit) {
    Column(Modifier.padding(12.dp, 4.dp).selectableGroup(), Arrangement.spacedBy(Size.gap)) {
        devices.chunked(if (Look.large) 1 else 2).forEach { row ->
            Row(Modifier.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Size.gap)) {
                row.forEach { key(it.id) { DeviceChip(it, state, Modifier.weight(1f).fillMaxHeight(), onChoose) } }
            }
        }
    }
}

private const val SHOWN = 3
