package org.marrow.bridge

import org.marrow.ffi.ClockSample
import org.marrow.ffi.HeldReminder
import org.marrow.ffi.Reminder

/** The platform's clocks, read just before each call. */
fun interface ClockPort {
    fun sample(): ClockSample
}

/** Where the mark lives that tells a rolled-back database: outside the database, beside the wrapped key. */
interface MarkPort {
    fun last(): ULong?

    fun keep(mark: ULong)
}

/** What holds reminders: the operating system, or a list in a test. Each call may throw. */
interface ReminderPort {
    /** Holds it from now on; it replaces one of the same id. */
    fun hold(reminder: Reminder)

    /** Holds that id no longer. */
    fun cancel(id: String)

    /** All that is held now and has not fired; empty after a boot, an update or a force-stop. */
    fun held(): List<HeldReminder>
}
