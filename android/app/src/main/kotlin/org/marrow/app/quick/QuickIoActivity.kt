package org.marrow.app.quick

import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import org.marrow.app.MarrowApp
import org.marrow.app.phone.AndroidHost
import org.marrow.app.phone.Asked
import org.marrow.app.screen.Session
import org.marrow.ui.nav.Place

/** A new needle over the lock: recorded in seconds, with nothing on the screen that is on record. */
class QuickIoActivity : ComponentActivity() {
    private val app get() = application as MarrowApp
    private val scope = MainScope()
    internal val session by lazy {
        Session(app.core, scope) { client -> Nobody(AndroidHost(this, app, client, Asked(this))) }
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        @Suppress("DEPRECATION") // Android 8 knows only the flag.
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.O_MR1) window.addFlags(WindowManager.LayoutParams.FLAG_SHOW_WHEN_LOCKED)
        session.begin(listOf(Place.Board))
        setContent { QuickScreens(session, ::finish) }
    }

    /** Left, it is over: what was being entered is not there for who picks the phone up next. */
    override fun onStop() {
        super.onStop()
        if (!isChangingConfigurations) finish()
    }

    override fun onDestroy() {
        scope.cancel()
        super.onDestroy()
    }
}
