package org.marrow.app

import android.app.Application
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.UserManager
import org.marrow.app.core.AppCore
import org.marrow.app.core.Kept
import org.marrow.app.core.OpenCore
import org.marrow.app.phone.Papers
import org.marrow.app.screen.AppLock
import org.marrow.reminders.PhoneClock
import org.marrow.reminders.Reminders
import org.marrow.reminders.RemindersHost

/**
 * What lives as long as the process. It is made before the phone's first unlock too, to ring from what was planned: until
 * then nothing may be touched but storage that such a phone can read, so that all else is made when it is first asked for.
 */
open class MarrowApp : Application(), RemindersHost {
    val kept by lazy { Kept(this) }
    val core by lazy { OpenCore(this, kept, PhoneClock(this, ::nowMs)) }
    val lock by lazy { AppLock.of(this) }
    override val reminders: Reminders by lazy { Reminders(this, AppCore(this, core, kept) { reminders.health() }, now = ::nowMs) }

    open fun nowMs(): Long = System.currentTimeMillis()

    override fun onCreate() {
        super.onCreate()
        reminders.start()
        val screenOff = object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) = lock.close()
        }
        // Android tells it only to who has asked at run time; it comes from the system alone.
        registerReceiver(screenOff, IntentFilter(Intent.ACTION_SCREEN_OFF))
        if (getSystemService(UserManager::class.java).isUserUnlocked) Papers(this).clear()
    }
}
