package org.marrow.reminders

import android.content.Context
import android.provider.Settings

/** A stretch of time in which Android keeps what it was asked to hold: it ends with a boot and with an update. */
object Epoch {
    fun of(context: Context): String {
        val updated = context.packageManager.getPackageInfo(context.packageName, 0).lastUpdateTime
        return "${boots(context)}/$updated"
    }

    fun boots(context: Context) = Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0)
}
