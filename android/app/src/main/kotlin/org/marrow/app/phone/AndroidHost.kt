package org.marrow.app.phone

import android.app.Activity
import android.content.ClipData
import android.content.Intent
import java.time.ZoneId
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.withContext
import org.marrow.app.MarrowApp
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Document
import org.marrow.ui.flow.Health
import org.marrow.ui.flow.Host
import org.marrow.ui.flow.People
import org.marrow.ui.flow.Touch
import org.marrow.ui.reminders.Need
import org.marrow.ui.time.Clock
import org.marrow.words.Words

/** The phone, to the screens of one Activity. */
class AndroidHost(
    private val activity: Activity,
    private val app: MarrowApp,
    private val client: MarrowClient,
    private val asked: Asked,
) : Host {
    private val kept = app.kept
    private val reminders = app.reminders
    private val papers = Papers(activity)
    private val printing = Printing(activity)
    private val haptics = Haptics(activity)

    override var people: People by kept::people

    override fun clock() = Clock(app.nowMs(), ZoneId.systemDefault())

    /** Where the core could not be asked, what Android holds stands, and there is no plan to show. */
    override suspend fun reconcile(): Health {
        // Where receivers work, not here: a window that is closed at once must not end it.
        val pass = reminders.scope.async { reminders.reconcile() }.await()
        val late = pass?.lateness?.let { it.p50Ms / SECOND_MS to it.p95Ms / SECOND_MS }
        return Health(conditions(reminders.health()), pass?.plan, late)
    }

    override fun feel(touch: Touch) = haptics.feel(touch)

    override fun fix(need: Need) = Fixes(activity, kept).lead(need)

    override suspend fun testReminder(): Long = reminders.test()

    override fun print(document: Document) = printing.print(document, Words(client.lang).caseSheet)

    override fun share(document: Document) = hand(SHEET, document.text)

    override suspend fun choosePolicy(): String? {
        val chosen = asked.ask(Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*"))
        val address = chosen?.data ?: return null
        return withContext(Dispatchers.IO) {
            activity.contentResolver.openInputStream(address)?.bufferedReader()?.use { it.readText() }
        }
    }

    override fun handOut(policy: String) = hand(POLICY, policy)

    private fun hand(name: String, text: String) {
        val address = papers.lay(name, text)
        val send = Intent(Intent.ACTION_SEND).setType(Papers.type(name)).putExtra(Intent.EXTRA_STREAM, address)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        // The right to read goes with the clip, through the chooser.
        send.clipData = ClipData.newRawUri(null, address)
        activity.startActivity(Intent.createChooser(send, null))
    }

    private companion object {
        const val SECOND_MS = 1_000L
        const val SHEET = "nursing-sheet.html"
        const val POLICY = "policy.json"
    }
}
