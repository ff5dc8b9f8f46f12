package org.marrow.reminders

import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.Fired
import org.marrow.ffi.ReminderMember

/** What the reminders need of the app: its one open core, and who acts where nobody has opened it. */
interface CorePort {
    /**
     * The open core, in the language of now. Asked only when the phone has been unlocked since it started; throws
     * where it cannot be opened.
     */
    suspend fun client(): MarrowClient

    /** What the core makes of a reminder that fires now; it notes how late that is. */
    suspend fun fired(id: String): Fired

    /** Who says "later" and acknowledges on this phone. */
    fun actor(): Actor

    /** Records in one tap what a person says is done, and throws where it is not recorded. */
    suspend fun done(member: ReminderMember)

    /** The phone's storage is nearly full. */
    fun storageLow(): Boolean
}

/** The app's Application: Android makes the receivers, and this is where they find all else. */
interface RemindersHost {
    val reminders: Reminders
}
