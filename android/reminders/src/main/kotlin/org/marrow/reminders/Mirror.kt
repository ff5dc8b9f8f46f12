package org.marrow.reminders

import android.content.Context
import android.content.SharedPreferences
import org.json.JSONObject

/** A reminder that Android was asked to hold. */
data class Armed(
    val notice: Notice,
    val fingerprint: String,
    val fireAtMs: Long,
    /** Android promised the exact time. */
    val exact: Boolean,
    /** In which [Epoch] it was asked. */
    val epoch: String,
) {
    val id get() = notice.id
}

/**
 * What Android was asked to hold and has not fired, and the timers that run: the ledger against which the next plan is
 * held, and all that there is to ring from before a phone is unlocked for the first time.
 *
 * It lies in device-protected storage, readable then. No health data is in it. Writes are in order but reach the disk a
 * little later, or with [flush]: what a kill loses of them is found out by asking Android what it really holds.
 */
class Mirror(context: Context) {
    private val kept: SharedPreferences =
        context.createDeviceProtectedStorageContext().getSharedPreferences("reminders", Context.MODE_PRIVATE)

    fun all(): List<Armed> = read(ARMED).mapNotNull(::armed).sortedBy { it.fireAtMs }

    operator fun get(id: String): Armed? = kept.getString(ARMED + id, null)?.let(::JSONObject)?.let(::armed)

    fun put(armed: Armed) {
        val json = armed.notice.json().put("fingerprint", armed.fingerprint).put("fireAtMs", armed.fireAtMs)
            .put("exact", armed.exact).put("epoch", armed.epoch)
        kept.edit().putString(ARMED + armed.id, json.toString()).apply()
    }

    fun remove(id: String) = kept.edit().remove(ARMED + id).apply()

    var timers: List<Notice>
        get() = read(TIMER).mapNotNull { json -> runCatching { Notice.of(json) }.getOrNull() }
        set(timers) {
            val edit = kept.edit()
            kept.all.keys.filter { it.startsWith(TIMER) }.forEach(edit::remove)
            for (timer in timers) edit.putString(TIMER + timer.id, timer.json().toString())
            edit.apply()
        }

    /** Waits until all is on the disk. */
    fun flush() {
        kept.edit().putLong("flushed", System.nanoTime()).commit()
    }

    private fun read(kind: String) = kept.all.filterKeys { it.startsWith(kind) }.values.map { JSONObject(it as String) }

    /** None where another version wrote what this one cannot read: then it is not held, and is asked for anew. */
    private fun armed(json: JSONObject): Armed? = runCatching {
        Armed(
            notice = Notice.of(json),
            fingerprint = json.getString("fingerprint"),
            fireAtMs = json.getLong("fireAtMs"),
            exact = json.getBoolean("exact"),
            epoch = json.getString("epoch"),
        )
    }.getOrNull()

    private companion object {
        const val ARMED = "armed "
        const val TIMER = "timer "
    }
}
