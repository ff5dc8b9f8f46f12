package org.marrow.app.phone

import android.Manifest
import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.content.pm.PackageManager
import android.media.AudioManager
import android.net.Uri
import android.os.Build
import android.provider.Settings
import org.marrow.app.core.Kept
import org.marrow.ui.reminders.Need

/** The ways to where Android lets a person set what reminders need. */
class Fixes(private val activity: Activity, private val kept: Kept) {
    fun lead(need: Need) {
        if (need == Need.NOTIFICATIONS && mayAsk()) return ask()
        if (need == Need.VOLUME) return showVolume()
        try {
            activity.startActivity(where(need))
        } catch (_: ActivityNotFoundException) {
            // Makers leave pages out; this one is everywhere.
            activity.startActivity(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, me))
        }
    }

    private val me: Uri get() = Uri.fromParts("package", activity.packageName, null)

    private fun where(need: Need): Intent = when (need) {
        Need.NOTIFICATIONS -> Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
            .putExtra(Settings.EXTRA_APP_PACKAGE, activity.packageName)
        Need.EXACT_TIMES -> since(Build.VERSION_CODES.S, Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM)
        Need.FULL_SCREEN -> since(Build.VERSION_CODES.UPSIDE_DOWN_CAKE, Settings.ACTION_MANAGE_APP_USE_FULL_SCREEN_INTENT)
        Need.DO_NOT_DISTURB -> Intent(Settings.ACTION_ZEN_MODE_PRIORITY_SETTINGS)
        // What keeps an app from running in the background, the battery saver's hold on it included, stands there.
        Need.BATTERY, Need.VOLUME -> Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, me)
    }

    private fun since(version: Int, action: String) =
        Intent(if (Build.VERSION.SDK_INT >= version) action else Settings.ACTION_APPLICATION_DETAILS_SETTINGS, me)

    private fun mayAsk(): Boolean {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return false
        if (activity.checkSelfPermission(NOTIFY) == PackageManager.PERMISSION_GRANTED) return false
        // Refused once, Android may be asked once more; refused twice, it says nothing, and the settings are the way.
        return !kept.askedToNotify || activity.shouldShowRequestPermissionRationale(NOTIFY)
    }

    private fun ask() {
        kept.askedToNotify = true
        activity.requestPermissions(arrayOf(NOTIFY), ASKED)
    }

    private fun showVolume() = activity.getSystemService(AudioManager::class.java)
        .adjustStreamVolume(AudioManager.STREAM_ALARM, AudioManager.ADJUST_SAME, AudioManager.FLAG_SHOW_UI)

    private companion object {
        const val NOTIFY = Manifest.permission.POST_NOTIFICATIONS
        const val ASKED = 1
    }
}
