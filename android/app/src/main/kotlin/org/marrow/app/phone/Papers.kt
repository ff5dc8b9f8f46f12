package org.marrow.app.phone

import android.content.Context
import android.net.Uri
import java.io.File
import java.util.UUID

/**
 * What is handed to another app, as a file that this one lends. A file's name says what kind of paper it is, and nothing
 * of whom it is about; its folder is random. The app clears them away when it begins, and before it lays out the next.
 */
class Papers(private val context: Context) {
    private val folder get() = File(context.cacheDir, FOLDER)

    /** Lays one out; the address opens it to whom it is given. */
    fun lay(name: String, text: String): Uri {
        clear()
        val file = File(File(folder, UUID.randomUUID().toString()), name)
        file.parentFile?.mkdirs()
        file.writeText(text)
        return Uri.Builder().scheme("content").authority(authority(context))
            .appendPath(file.parentFile?.name).appendPath(name).build()
    }

    fun clear() {
        folder.deleteRecursively()
    }

    /** The file of an address; none where it is not one that is laid out. */
    fun file(address: Uri): File? {
        val (room, name) = address.pathSegments.takeIf { it.size == 2 } ?: return null
        val known = folder.list()?.contains(room) == true && File(folder, room).list()?.contains(name) == true
        return if (known) File(File(folder, room), name) else null
    }

    companion object {
        private const val FOLDER = "papers"

        fun authority(context: Context) = "${context.packageName}.papers"

        fun type(name: String): String = if (name.endsWith(".json")) "application/json" else "text/html"
    }
}
