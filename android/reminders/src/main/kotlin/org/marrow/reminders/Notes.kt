package org.marrow.reminders

import android.content.Context

/**
 * What the last passes came to, for the health page: times and words of code. It lies in device-protected storage, and
 * no health data is in it.
 */
class Notes(context: Context) {
    private val kept = context.createDeviceProtectedStorageContext()
        .getSharedPreferences("reminder-notes", Context.MODE_PRIVATE)

    /** When the system was last brought to the plan, Unix ms. */
    val reconciledMs: Long? get() = kept.getLong("reconciled", 0).takeIf { it != 0L }

    /** Up to then each task rings when it falls due, by the last plan; Unix ms. */
    val coverageUntilMs: Long? get() = kept.getLong("coverage", 0).takeIf { it != 0L }

    /** What Android refused in the last pass, and why: the error's name. */
    val refused: Map<String, String>
        get() = kept.getStringSet("refused", emptySet()).orEmpty()
            .associate { it.substringBefore(' ') to it.substringAfter(' ') }

    /** Why the core could not be asked in the last pass: the error's name. */
    val closed: String? get() = kept.getString("closed", null)

    /** Why the last reminder that fired was not seen; none where it was. */
    val unseen: Unseen? get() = kept.getString("unseen", null)?.let(Unseen::valueOf)

    /** Why the last button of a notification recorded nothing: the error's name; none where it did. */
    val notRecorded: String? get() = kept.getString("not recorded", null)

    fun reconciled(atMs: Long, coverageUntilMs: Long, refused: Map<String, String>) {
        kept.edit().putLong("reconciled", atMs).putLong("coverage", coverageUntilMs).remove("closed").apply()
        refused(refused)
    }

    fun refused(refused: Map<String, String>) =
        kept.edit().putStringSet("refused", refused.map { (id, why) -> "$id $why" }.toSet()).apply()

    fun closed(why: Throwable) = kept.edit().putString("closed", name(why)).apply()

    fun unseen(why: Unseen?) = kept.edit().putString("unseen", why?.name).apply()

    fun notRecorded(why: Throwable?) = kept.edit().putString("not recorded", why?.let(::name)).apply()

    companion object {
        /** An error by its kind alone: what it says may be about a patient. */
        fun name(why: Throwable): String = why.javaClass.simpleName
    }
}
