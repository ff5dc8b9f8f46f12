package org.marrow.app.screen

import android.app.KeyguardManager
import android.content.Context
import android.os.SystemClock
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue

/**
 * The gate on the screen: closed when the process begins, when the screen goes off, and after a time away. It keeps
 * nothing but the screen: receivers open the store all the same, and reminders come.
 */
class AppLock(private val elapsedMs: () -> Long, private val secured: () -> Boolean) {
    private var shut by mutableStateOf(true)
    private var leftMs: Long? = null

    /** The screen must show nothing. A phone that nobody has to unlock cannot ask who is there, and has no gate. */
    val closed: Boolean get() = shut && secured()

    /** Marrow is not on the screen any more. */
    fun left() {
        leftMs = elapsedMs()
    }

    /** Marrow is on the screen again. */
    fun returned() {
        val away = leftMs?.let { elapsedMs() - it } ?: 0
        if (away >= AWAY_MS) shut = true
        leftMs = null
    }

    fun close() {
        shut = true
    }

    /** Somebody has shown who they are. */
    fun open() {
        shut = false
    }

    companion object {
        /** Long enough for a look at another app, too short for another person. */
        const val AWAY_MS = 60_000L

        fun of(context: Context): AppLock {
            val keyguard = context.getSystemService(KeyguardManager::class.java)
            return AppLock(SystemClock::elapsedRealtime) { keyguard.isDeviceSecure }
        }
    }
}
