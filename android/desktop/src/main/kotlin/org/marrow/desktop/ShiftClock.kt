package org.marrow.desktop

import java.time.Instant
import java.time.ZoneId
import java.util.UUID
import org.marrow.bridge.ClockPort
import org.marrow.ffi.ClockSample
import org.marrow.ui.time.Clock

/** The window's clock: the machine's, or one that runs so many times faster, so that a shift passes in minutes. */
class ShiftClock(private val speed: Long) : ClockPort {
    private val zone: ZoneId = ZoneId.systemDefault()
    private val start = System.currentTimeMillis()
    private val began = System.nanoTime()
    private val booted = start - BOOTED_BEFORE_MS
    private val boot = UUID.randomUUID()

    /** Stands still at a moment, while what came before is played. */
    @Volatile
    var pinned: Long? = null

    val nowMs: Long
        get() = pinned ?: if (speed == 1L) System.currentTimeMillis() else start + (System.nanoTime() - began) / 1_000_000 * speed

    fun now() = Clock(nowMs, zone)

    override fun sample(): ClockSample {
        val wall = nowMs
        return ClockSample(wall, wall - booted, boot, zone.id, zone.rules.getOffset(Instant.ofEpochMilli(wall)).totalSeconds, null)
    }

    private companion object {
        /** On for long before anything that the demo plays. */
        const val BOOTED_BEFORE_MS = 400L * 3_600_000
    }
}
