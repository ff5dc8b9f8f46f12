package org.marrow.reminders

import android.content.BroadcastReceiver
import android.content.Context
import android.os.PowerManager
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull

/** So long Android lets a receiver of the foreground take; then it takes the app for hung. */
private const val RECEIVER_MS = 9_000L

/** So long the phone is kept awake for one of them. */
private const val AWAKE_MS = 60_000L

/** Goes on after `onReceive` has returned, with the phone awake, and lets Android go when it is done or time is up. */
internal fun BroadcastReceiver.inBackground(context: Context, work: suspend Reminders.() -> Unit) {
    val reminders = (context.applicationContext as RemindersHost).reminders
    val awake = context.getSystemService(PowerManager::class.java)
        .newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "marrow:reminders")
    awake.setReferenceCounted(false)
    awake.acquire(AWAKE_MS)
    val pending: BroadcastReceiver.PendingResult? = goAsync()
    val working = reminders.scope.launch {
        try {
            reminders.work()
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (failed: Exception) {
            reminders.failed(failed)
        } finally {
            awake.release()
        }
    }
    reminders.scope.launch {
        withTimeoutOrNull(RECEIVER_MS) { working.join() }
        pending?.finish()
    }
}
