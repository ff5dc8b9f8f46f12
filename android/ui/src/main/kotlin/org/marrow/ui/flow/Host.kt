package org.marrow.ui.flow

import org.marrow.ffi.Actor
import org.marrow.ffi.Document
import org.marrow.ffi.ReminderPlan
import org.marrow.ui.reminders.Condition
import org.marrow.ui.reminders.Need
import org.marrow.ui.time.Clock

/** What the screens need of the phone, or of the window that stands for one. */
interface Host {
    /** Now, and where. */
    fun clock(): Clock

    /** Makes the system hold exactly the plan; called after every command. How the reminders of this phone stand then. */
    suspend fun reconcile(): Health

    /** Leads to where a condition is set. */
    fun fix(need: Need)

    /** Asks for a reminder in a moment, to hear whether it comes. When it will. */
    suspend fun testReminder(): Long

    fun print(document: Document)

    fun share(document: Document)

    /** A policy document that a person chose; none: she chose none. */
    suspend fun choosePolicy(): String?

    /** Hands a policy document out. */
    fun handOut(policy: String)

    /** Lets the hand feel what the eyes may not be on. A phone that cannot, or may not, keeps still. */
    fun feel(touch: Touch) = Unit

    /** What this phone remembers of its people. */
    var people: People
}

/** What can be felt, in the order of how strongly. */
enum class Touch {
    /** A minute of pressing has passed. */
    MINUTE,

    /** It is on record. */
    RECORDED,

    /** It was not taken. */
    REFUSED,

    /** The pressing has lasted long enough. */
    OVER,
}

/** How the reminders of a phone stand. */
data class Health(val conditions: List<Condition>, val plan: ReminderPlan?, val lateness: Pair<Long, Long>? = null) {
    val canFail: Boolean get() = conditions.any { it.held == false }
}

/** Who records, who has before, and whether a bed may stand in a notification. */
data class People(val actor: Actor? = null, val known: List<Actor> = emptyList())
