package org.marrow.ui.removal

import org.marrow.ffi.Bleeding
import org.marrow.ffi.CaseView
import org.marrow.ffi.Catalogue
import org.marrow.ffi.EntryKind
import org.marrow.ffi.EntryView
import org.marrow.ffi.ReferenceCard
import org.marrow.ui.parts.Refusal
import org.marrow.ui.time.Times

/** A removal as far as it has got, which the record says; and what is being answered. */
data class RemovalState(
    val times: Times,
    val case: CaseView,
    val catalogue: Catalogue,
    val answers: RemovalAnswers = RemovalAnswers(),
    /** Antiseptic was passed over. */
    val withoutAntiseptic: Boolean = false,
    /** Taking out was pressed once, and is to be said again. */
    val confirming: Boolean = false,
    /** Pressing is to stop early, and the reason is being typed. */
    val stopping: Boolean = false,
    /** It was stopped early, with a reason; whether the bleeding has stopped is still to be said. */
    val stopped: Boolean = false,
    val refusal: Refusal? = null,
)

data class RemovalAnswers(
    val agent: String = "",
    val resistance: Boolean? = null,
    val tipWhole: Boolean? = null,
    val bleeding: Bleeding? = null,
    val earlyReason: String = "",
)

/** The five pages. */
enum class RemovalStep { ANTISEPTIC, TAKE_OUT, COMPRESSION, BLEEDING, OBSERVATION }

sealed interface RemovalEvent {
    data object Back : RemovalEvent

    class Change(val to: RemovalAnswers.() -> RemovalAnswers) : RemovalEvent

    data object Antiseptic : RemovalEvent

    data object WithoutAntiseptic : RemovalEvent

    /** First of the two taps; holding does both. */
    data class Confirm(val on: Boolean) : RemovalEvent

    data object TakeOut : RemovalEvent

    data object Press : RemovalEvent

    data class StopEarly(val asked: Boolean) : RemovalEvent

    data object StoppedEarly : RemovalEvent

    data class Stopped(val bleedingStopped: Boolean) : RemovalEvent

    /** What the device asks for at its removal. */
    data class Reference(val card: ReferenceCard) : RemovalEvent

    data object Done : RemovalEvent
}

/** Which page the record has come to. */
val RemovalState.step: RemovalStep
    get() {
        val until = case.header.pressingUntilMs
        return when {
            case.header.removedAtMs == null && !withoutAntiseptic && last(EntryKind.REMOVAL_ANTISEPTIC) == null -> RemovalStep.ANTISEPTIC
            case.header.removedAtMs == null -> RemovalStep.TAKE_OUT
            until != null && until > times.nowMs && !stopped -> RemovalStep.COMPRESSION
            until != null -> RemovalStep.BLEEDING
            case.tasks.any { it.step == COMPRESSION } -> RemovalStep.COMPRESSION
            else -> RemovalStep.OBSERVATION
        }
    }

/** The reference card of the device that is in. The case has its name; its insertion may be too long ago to be at hand. */
internal val RemovalState.card: ReferenceCard?
    get() = catalogue.devices.find { it.name == case.header.device }?.let { device -> catalogue.cards.find { it.id == device.id } }

internal fun RemovalState.last(kind: EntryKind): EntryView? = case.record.lastOrNull { it.kind == kind && it.struck.isEmpty() }

/** The step of pressing on the puncture, as the protocol calls it. */
internal const val COMPRESSION = "compression"
