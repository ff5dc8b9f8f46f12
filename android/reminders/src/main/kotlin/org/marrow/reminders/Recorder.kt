package org.marrow.reminders

import kotlinx.coroutines.CancellationException
import org.marrow.ffi.AcknowledgeForm
import org.marrow.ffi.Command
import org.marrow.ffi.Form
import org.marrow.ffi.Precision
import org.marrow.ffi.ReminderMember
import org.marrow.ffi.SnoozeForm

/** Records what a button of a notification says; whether that may be is the core's to say. */
internal class Recorder(private val core: CorePort) {
    /** Why it was not recorded, where it was not. */
    suspend fun record(act: Act, member: ReminderMember): Exception? = try {
        when (act) {
            Act.LATER -> dispatch(Form.Snooze(SnoozeForm(member.step)), member)
            Act.ACKNOWLEDGE -> dispatch(Form.Acknowledge(AcknowledgeForm(member.step)), member)
            Act.DONE -> core.done(member)
        }
        null
    } catch (cancelled: CancellationException) {
        throw cancelled
    } catch (failed: Exception) {
        failed
    }

    private suspend fun dispatch(form: Form, member: ReminderMember) {
        val command = Command(case = member.case, form = form, precision = Precision.EXACT, actor = core.actor())
        core.client().dispatch(command)
    }
}
