package org.marrow.desktop

import java.awt.Desktop
import java.awt.FileDialog
import java.awt.Frame
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import org.marrow.bridge.MarrowClient
import org.marrow.bridge.ReminderReconciler
import org.marrow.ffi.Actor
import org.marrow.ffi.Document
import org.marrow.ffi.PhoneReport
import org.marrow.ui.flow.Health
import org.marrow.ui.flow.Host
import org.marrow.ui.flow.People
import org.marrow.ui.reminders.Condition
import org.marrow.ui.reminders.Need
import org.marrow.words.Words

/** The window in the place of a phone. */
class DesktopHost(private val client: MarrowClient, private val clock: ShiftClock, val tray: Tray, who: Actor?) : Host {
    private val reconciler = ReminderReconciler(client, tray)

    override var people = People(who, listOfNotNull(who))

    override fun clock() = clock.now()

    override suspend fun reconcile(): Health {
        val plan = reconciler.reconcile(Tray.CAPS).plan.also(tray::settle)
        val late = client.phone(PhoneReport(remindersCanFail = false, storageLow = false)).lateness
        return Health(listOf(Condition(Need.NOTIFICATIONS, held = true)), plan, late?.let { it.p50Ms / 1000 to it.p95Ms / 1000 })
    }

    override fun fix(need: Need) = Unit

    override suspend fun testReminder(): Long = clock.nowMs.also { now ->
        val words = Words(client.lang)
        tray.show(Notice("test", now, words.remindersTestTitle, words.remindersTestBody))
    }

    /** The browser prints: the sheet is one file with all it needs. */
    override fun print(document: Document) = open(document)

    override fun share(document: Document) = open(document)

    override suspend fun choosePolicy(): String? {
        val dialog = FileDialog(null as Frame?, "", FileDialog.LOAD).apply { isVisible = true }
        return dialog.file?.let { Path.of(dialog.directory, it).readText() }
    }

    override fun handOut(policy: String) {
        val dialog = FileDialog(null as Frame?, "", FileDialog.SAVE).apply { isVisible = true }
        dialog.file?.let { Path.of(dialog.directory, it).writeText(policy) }
    }

    private fun open(document: Document) {
        val file = Files.createTempFile("marrow", ".html")
        file.writeText(document.text)
        file.toFile().deleteOnExit()
        if (Desktop.isDesktopSupported()) Desktop.getDesktop().browse(file.toUri()) else println(file)
    }
}
