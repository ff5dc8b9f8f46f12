package org.marrow.app

import android.content.Intent
import android.content.res.Configuration
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.compose.runtime.Composable
import androidx.compose.ui.viewinterop.AndroidView
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import org.marrow.app.phone.AndroidHost
import org.marrow.app.phone.Asked
import org.marrow.app.phone.draw
import org.marrow.app.phone.paperView
import org.marrow.app.quick.QuickIoActivity
import org.marrow.app.screen.Links
import org.marrow.app.screen.LockedContent
import org.marrow.app.screen.LockedWords
import org.marrow.app.screen.PlaceText
import org.marrow.app.screen.Screens
import org.marrow.app.screen.Session
import org.marrow.app.screen.Unlocking
import org.marrow.ui.nav.Place

/** The app's window: opens the store, shows its screens behind the gate, and goes where a reminder leads. */
class MainActivity : ComponentActivity() {
    private val app get() = application as MarrowApp
    private val scope = MainScope()
    private val asked = Asked(this)
    internal val unlocking by lazy { Unlocking(this, app.lock, asked, scope) }
    internal val session by lazy {
        Session(app.core, scope) { client -> AndroidHost(this, app, client, asked) }
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        // No picture of it in the list of apps, in screenshots, or on another screen.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        val before = state?.getStringArrayList(PLACES)?.let(PlaceText::read)
        session.begin(before ?: listOf(Place.Board, Links.place(intent.data)))
        setContent {
            Screens(session, app.lock.closed, { Gate() }) { document ->
                AndroidView(::paperView, update = { it.draw(document) })
            }
            BackHandler(enabled = !app.lock.closed && session.places.size > 1) { session.flow?.back() }
        }
    }

    @Composable
    private fun Gate() {
        val words = LockedWords(
            getString(R.string.locked_title), getString(R.string.locked_more), getString(R.string.unlock), session.words.boardNewIo,
        )
        LockedContent(words, unlocking::ask) { startActivity(Intent(this, QuickIoActivity::class.java)) }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        session.go(Links.place(intent.data))
    }

    override fun onStart() {
        super.onStart()
        app.lock.returned()
        // Settings may have been changed meanwhile, and time has passed.
        session.flow?.let { flow -> flow.act { flow.reconcile() } }
    }

    override fun onResume() {
        super.onResume()
        unlocking.ask()
    }

    override fun onStop() {
        app.lock.left()
        super.onStop()
    }

    override fun onConfigurationChanged(changed: Configuration) {
        super.onConfigurationChanged(changed)
        session.speak()
    }

    override fun onSaveInstanceState(state: Bundle) {
        super.onSaveInstanceState(state)
        state.putStringArrayList(PLACES, PlaceText.of(session.places))
    }

    @Deprecated("of ComponentActivity; it is what Android calls")
    override fun onActivityResult(code: Int, result: Int, data: Intent?) {
        @Suppress("DEPRECATION")
        super.onActivityResult(code, result, data)
        asked.answered(code, result, data)
    }

    override fun onDestroy() {
        scope.cancel()
        super.onDestroy()
    }

    private companion object {
        const val PLACES = "places"
    }
}
