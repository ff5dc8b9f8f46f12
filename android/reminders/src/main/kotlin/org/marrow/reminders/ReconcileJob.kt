package org.marrow.reminders

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** Every quarter of an hour, whatever else was lost: the plan is made anew and held. */
class ReconcileJob : JobService() {
    private var working: Job? = null

    override fun onStartJob(params: JobParameters): Boolean {
        val reminders = (applicationContext as RemindersHost).reminders
        working = reminders.scope.launch {
            try {
                reminders.reconcile()
            } catch (cancelled: CancellationException) {
                throw cancelled
            } catch (failed: Exception) {
                reminders.failed(failed)
            } finally {
                jobFinished(params, false)
            }
        }
        return true
    }

    override fun onStopJob(params: JobParameters): Boolean {
        working?.cancel()
        return true
    }

    companion object {
        const val ID = 1
        private const val EVERY_MS = 15 * 60_000L

        /** Once: asking again would begin its quarter of an hour anew. */
        fun schedule(context: Context) {
            val jobs = context.getSystemService(JobScheduler::class.java)
            if (jobs.getPendingJob(ID) != null) return
            val job = JobInfo.Builder(ID, ComponentName(context, ReconcileJob::class.java))
                .setPeriodic(EVERY_MS).setPersisted(true).build()
            jobs.schedule(job)
        }
    }
}
