package org.marrow.reminders

import android.content.Context
import android.os.SystemClock
import java.time.Instant
import java.time.ZoneId
import java.util.UUID
import org.marrow.bridge.ClockPort
import org.marrow.ffi.ClockSample
import org.marrow.ffi.NextOffset

/** The phone's clocks. The boot clock runs on in sleep, and its name is a random one that a boot ends. */
class PhoneClock(private val context: Context, private val now: () -> Long = System::currentTimeMillis) : ClockPort {
    private val kept by lazy {
        context.createDeviceProtectedStorageContext().getSharedPreferences("boot", Context.MODE_PRIVATE)
    }

    override fun sample(): ClockSample {
        val wall = now()
        val zone = ZoneId.systemDefault()
        val instant = Instant.ofEpochMilli(wall)
        return ClockSample(
            wallMs = wall,
            bootMs = SystemClock.elapsedRealtime(),
            bootId = bootId(),
            zone = zone.id,
            offsetS = zone.rules.getOffset(instant).totalSeconds,
            nextOffset = zone.rules.nextTransition(instant)?.let {
                NextOffset(it.instant.toEpochMilli(), it.offsetAfter.totalSeconds)
            },
        )
    }

    @Synchronized
    private fun bootId(): UUID {
        val boots = Epoch.boots(context)
        val known = kept.getString("id", null)
        if (known != null && kept.getInt("boots", -1) == boots) return UUID.fromString(known)
        return UUID.randomUUID().also {
            kept.edit().putString("id", it.toString()).putInt("boots", boots).commit()
        }
    }
}
