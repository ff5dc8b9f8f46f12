package org.marrow.app.quick

import android.annotation.SuppressLint
import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import android.service.quicksettings.TileService

/** A new needle from the panel that is pulled down from above, on a locked phone too. */
class NewIoTile : TileService() {
    @SuppressLint("StartActivityAndCollapseDeprecated") // The other way is there since Android 14.
    override fun onClick() {
        val open = Intent(this, QuickIoActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
            startActivityAndCollapse(PendingIntent.getActivity(this, 0, open, PendingIntent.FLAG_IMMUTABLE))
        } else {
            @Suppress("DEPRECATION")
            startActivityAndCollapse(open)
        }
    }
}
