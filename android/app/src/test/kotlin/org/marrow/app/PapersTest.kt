package org.marrow.app

import android.content.ComponentName
import android.content.Intent
import android.net.Uri
import android.provider.OpenableColumns
import java.io.FileNotFoundException
import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.phone.Papers
import org.marrow.app.phone.PapersProvider
import org.marrow.app.phone.Printing
import org.marrow.ffi.Document
import org.marrow.ffi.DocumentKind
import org.robolectric.Shadows.shadowOf

/** What leaves the app on paper and as a file: opened to whom it is given, named for what it is and not for whom. */
class PapersTest : OnAPhone() {
    private val case = UUID(4, 4)

    /** The nursing sheet of a patient, handed to another app. */
    private fun shared(): Intent {
        phone.admit("Ana Ruiz", case)
        val activity = start()
        val sheet = phone.ask { document(DocumentKind.NursingSheet(unsynced = false), case) }
        assertTrue("Ana Ruiz" in sheet.text)
        activity.session.flow!!.host.share(sheet)
        return shadowOf(activity).nextStartedActivity.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java)!!
    }

    private fun text(address: Uri) = phone.contentResolver.openInputStream(address)!!.use { it.readBytes().decodeToString() }

    @Test
    fun `the sheet is handed on as a file whose name and address say nothing of the patient`() {
        val send = shared()
        val address = send.clipData!!.getItemAt(0).uri
        assertEquals(address, send.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals("text/html", send.type)
        assertTrue(send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertTrue("Ana Ruiz" in text(address))
        val cursor = phone.contentResolver.query(address, null, null, null, null)!!.apply { moveToFirst() }
        val name = cursor.getString(cursor.getColumnIndexOrThrow(OpenableColumns.DISPLAY_NAME))
        assertEquals("nursing-sheet.html", name)
        for (about in listOf("Ana", "Ruiz", "$case")) assertFalse(about, about in "$address ${send.toUri(0)}")
    }

    @Test
    fun `it is lent only while the app knows of it, to be read, and nothing else of the app is`() {
        val address = shared().clipData!!.getItemAt(0).uri
        val provider = phone.packageManager.getProviderInfo(ComponentName(phone, PapersProvider::class.java), 0)
        assertFalse(provider.exported)
        assertTrue(provider.grantUriPermissions)
        assertEquals(Papers.authority(phone), provider.authority)
        val refused = { uri: Uri, mode: String ->
            assertThrows(FileNotFoundException::class.java) { phone.contentResolver.openFileDescriptor(uri, mode) }
        }
        refused(address, "rw")
        // Ways out of the folder, to what lies beside it.
        phone.cacheDir.resolve("other").writeText("x")
        assertTrue(phone.noBackupFilesDir.resolve("secrets").exists())
        val room = address.pathSegments[0]
        for ((first, second) in listOf(".." to "other", room to "../../other", room to "../../../no_backup/secrets")) {
            refused(address.buildUpon().path("").appendPath(first).appendPath(second).build(), "r")
        }
        Papers(phone).clear()
        refused(address, "r")
    }

    @Test
    fun `the next one takes the place of the one before, and the next start of the app clears it away`() {
        val first = shared().clipData!!.getItemAt(0).uri
        val second = Papers(phone).lay("policy.json", "{}")
        assertEquals("application/json", phone.contentResolver.getType(second))
        assertThrows(FileNotFoundException::class.java) { text(first) }
        phone.onCreate()
        assertThrows(FileNotFoundException::class.java) { text(second) }
    }

    @Test
    fun `a print job is named for the kind of paper, in the person's language`() {
        val activity = start()
        val jobs = mutableListOf<String>()
        val printing = Printing(activity) { job, _ -> jobs += job }
        printing.print(Document("text/html", "<p>Ana Ruiz"), activity.session.words.caseSheet)
        val view = printing.drawn!!
        assertFalse("nothing in it runs or is fetched", view.settings.javaScriptEnabled || !view.settings.blockNetworkLoads)
        assertEquals("<p>Ana Ruiz", shadowOf(view).lastLoadDataWithBaseURL.data)
        // Robolectric draws no page; it is told as drawn here.
        shadowOf(view).webViewClient.onPageFinished(view, null)
        assertEquals(listOf("Nursing sheet"), jobs)
    }
}
