package org.marrow.app.phone

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import kotlinx.coroutines.CompletableDeferred

/** What screens of other apps are asked for, and answer. A question does not outlive the Activity that asked it. */
class Asked(private val activity: Activity) {
    private val waiting = mutableMapOf<Int, CompletableDeferred<Intent?>>()
    private var last = FIRST

    /** What came back; none where the person turned away, or nobody can answer. */
    @Suppress("DEPRECATION") // Activity Result's contracts stand on these very calls.
    suspend fun ask(question: Intent): Intent? {
        val code = last++
        val answer = CompletableDeferred<Intent?>().also { waiting[code] = it }
        try {
            activity.startActivityForResult(question, code)
        } catch (_: ActivityNotFoundException) {
            answer.complete(null)
        }
        return answer.await()
    }

    /** To be called from `onActivityResult`. */
    fun answered(code: Int, result: Int, data: Intent?) {
        waiting.remove(code)?.complete(if (result == Activity.RESULT_OK) data ?: Intent() else null)
    }

    private companion object {
        const val FIRST = 100
    }
}
