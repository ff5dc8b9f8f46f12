package org.marrow.reminders

import org.marrow.ffi.Category
import org.marrow.ffi.Channel
import org.marrow.ffi.Lang
import org.marrow.words.Words

/** A reminder that a person asks for, to hear whether it comes; it is of no plan, and as loud as the loudest. */
internal object TestReminder {
    const val ID = "test"
    const val LINK = "marrow://board"

    /** Time to lock the phone. */
    const val AFTER_MS = 15_000L

    fun notice(lang: Lang, atMs: Long) = with(Words(lang)) {
        Notice(ID, ID, Channel.CRITICAL, Channels.id(Channel.CRITICAL), remindersTestTitle, remindersTestBody, ID, Category.OPEN, LINK, atMs)
    }
}
