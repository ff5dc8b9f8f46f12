package org.marrow.ui.newio

import org.marrow.ffi.AgeBand
import org.marrow.ffi.Catalogue
import org.marrow.ffi.DeviceText
import org.marrow.ffi.Precision
import org.marrow.ffi.Word
import org.marrow.ffi.Bone
import org.marrow.ui.parts.Refusal
import org.marrow.ui.time.Times

/** What the page of a new needle shows. */
data class NewIoState(
    val times: Times,
    val catalogue: Catalogue,
    val draft: NewIo = NewIo(),
    /** Names that the patient could go by. Empty on a locked phone, which shows nothing that is on record. */
    val aliases: List<String> = emptyList(),
    val tried: Set<Bone> = emptySet(),
    val refusal: Refusal? = null,
    /** The refusal can be answered with a reason. */
    val reasonAsked: Boolean = false,
    val open: NewIoSheet? = null,
)

/** What has been chosen. "Now" and "exact" are where it starts; nothing else is. */
data class NewIo(
    val bone: Bone? = null,
    val device: String? = null,
    val performedAtMs: Long? = null,
    val precision: Precision = Precision.EXACT,
    val age: Age? = null,
    val awake: Awake? = null,
    val alias: String = "",
    val overrideReason: String = "",
)

enum class Age(val band: AgeBand?) { UNDER(AgeBand.UNDER12), OVER(AgeBand.OVER12), UNKNOWN(null) }

enum class Awake { YES, NO, UNKNOWN }

enum class NewIoSheet { DEVICES, TIME, ALIAS, LEAVE }

sealed interface NewIoEvent {
    data object Close : NewIoEvent

    data object Save : NewIoEvent

    /** What was chosen is let go. */
    data object ThrowAway : NewIoEvent

    /** One answer: a change to whatever the draft is by then, so that of two quick taps neither undoes the other. */
    class Change(val to: NewIo.() -> NewIo) : NewIoEvent

    data class Open(val sheet: NewIoSheet?) : NewIoEvent
}

/** Side and bone in full, in the core's words. */
internal fun NewIoState.text(bone: Bone): String =
    catalogue.places.firstOrNull { it.site == bone.site && it.side == bone.side }?.text.orEmpty()

/** The device may go into the chosen bone, as the catalogue has it; without a bone all may. */
internal fun NewIoState.fits(device: DeviceText): Boolean =
    draft.bone.let { it == null || device.sites.isEmpty() || it.site in device.sites }

internal fun NewIoState.word(of: (Word) -> Boolean): String =
    catalogue.words.first { of(it.word) }.text.replaceFirstChar { it.uppercase() }
