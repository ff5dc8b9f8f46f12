package org.marrow.app.core

import android.content.Context
import org.marrow.ffi.Actor
import org.marrow.ffi.Command
import org.marrow.ffi.Fired
import org.marrow.ffi.Precision
import org.marrow.ffi.ReminderMember
import org.marrow.ffi.formOf
import org.marrow.reminders.CorePort
import org.marrow.reminders.ReminderHealth

/** Cannot be said in one tap: it wants a form, or a reason for coming late. */
class NeedsTheApp : Exception()

/** The core as the reminders need it. */
class AppCore(
    private val context: Context,
    private val core: OpenCore,
    private val kept: Kept,
    private val health: () -> ReminderHealth,
) : CorePort {
    override suspend fun client() = core.client()

    override suspend fun fired(id: String): Fired = client().fired(id, health().caps())

    /** Who is recording on this phone; nobody, where nobody has said so. */
    override fun actor() = kept.people.actor ?: Actor("", "", "")

    override suspend fun done(member: ReminderMember) {
        val client = client()
        val task = client.case(member.case).tasks.firstOrNull { it.step == member.step }
        val form = task?.oneTap?.let { formOf(it, emptyMap()) } ?: throw NeedsTheApp()
        val command = Command(case = member.case, form = form, precision = Precision.EXACT, actor = actor())
        if (client.preview(command).asks.isNotEmpty()) throw NeedsTheApp()
        client.dispatch(command)
    }

    override fun storageLow() = context.noBackupFilesDir.usableSpace < LOW

    private companion object {
        /** With so little left, the next weeks of a ward's record would fit, and Android begins to warn. */
        const val LOW = 64L * 1024 * 1024
    }
}
