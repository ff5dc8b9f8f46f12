package org.marrow.app

import android.content.SharedPreferences
import android.content.Intent
import android.os.Looper
import android.os.SystemClock
import android.os.UserManager
import java.io.File
import java.time.Duration
import java.util.UUID
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.job
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.Command
import org.marrow.ffi.Form
import org.marrow.ffi.InsertForm
import org.marrow.ffi.PatientForm
import org.marrow.ffi.Precision
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSystemClock

/** The app on a ward's phone: its clock is moved by hand, and its storage is locked until the phone is unlocked. */
@OptIn(ExperimentalCoroutinesApi::class)
open class WardApp : MarrowApp() {
    /** What was asked of storage that was still locked. */
    val touched = mutableListOf<String>()
    private val begunMs = START - SystemClock.elapsedRealtime()

    override fun nowMs() = begunMs + SystemClock.elapsedRealtime()

    /** Both clocks run on, as they do on a phone. */
    fun pass(ms: Long) = ShadowSystemClock.advanceBy(Duration.ofMillis(ms))

    private val unlocked get() = getSystemService(UserManager::class.java).isUserUnlocked

    private fun <T> ifUnlocked(storage: () -> T): T {
        if (!unlocked) touched += Throwable().stackTrace[2].toString()
        check(unlocked) { "credential encrypted storage is not available until after user is unlocked" }
        return storage()
    }

    override fun getSharedPreferences(name: String, mode: Int): SharedPreferences =
        ifUnlocked { super.getSharedPreferences(name, mode) }

    override fun getNoBackupFilesDir(): File = ifUnlocked { super.getNoBackupFilesDir() }

    override fun getFilesDir(): File = ifUnlocked { super.getFilesDir() }

    override fun getCacheDir(): File = ifUnlocked { super.getCacheDir() }

    override fun getDatabasePath(name: String): File = ifUnlocked { super.getDatabasePath(name) }

    /** Runs what the screens and receivers have begun, until that is so. */
    fun until(what: String, isSo: () -> Boolean) = until({ what }, isSo)

    fun until(what: () -> String, isSo: () -> Boolean) {
        val end = System.nanoTime() + 20_000_000_000
        while (!isSo()) {
            shadowOf(Looper.getMainLooper()).idle()
            Thread.sleep(2)
            check(System.nanoTime() < end) { "waited in vain: ${what()}" }
        }
        shadowOf(Looper.getMainLooper()).idle()
    }

    fun idle() = until("receivers are done") { reminders.scope.coroutineContext.job.children.none(Job::isActive) }

    fun broadcast(action: String) {
        sendBroadcast(Intent(action))
        shadowOf(Looper.getMainLooper()).idle()
        idle()
    }

    fun client(): MarrowClient = ask { this }

    /** Asked aside, while the screens go on: they may be at the store themselves. */
    fun <T> ask(question: suspend MarrowClient.() -> T): T {
        val asked = CoroutineScope(Dispatchers.Default).async { runCatching { core.client().question() } }
        until("the core answers") { asked.isCompleted }
        return asked.getCompleted().getOrThrow()
    }

    /** A patient with a needle is on record. */
    fun admit(alias: String, case: UUID = UUID.randomUUID()): UUID {
        record(case, Form.OpenCase(PatientForm(alias = alias)))
        record(case, Form.Insert(InsertForm(device = "ez-io", site = Site.PROXIMAL_TIBIA, side = Side.LEFT)))
        return case
    }

    fun record(case: UUID, form: Form) = ask {
        dispatch(Command(case = case, form = form, precision = Precision.EXACT, actor = NURSE))
    }

    companion object {
        const val START = 1_772_611_200_000
        const val MINUTE = 60_000L
        val NURSE = Actor("A. Ruiz", "nurse", "ward 3")
    }
}

/** The same on a phone that nobody has unlocked since it started. */
class LockedApp : WardApp() {
    override fun onCreate() {
        shadowOf(getSystemService(UserManager::class.java)).setUserUnlocked(false)
        super.onCreate()
    }
}
