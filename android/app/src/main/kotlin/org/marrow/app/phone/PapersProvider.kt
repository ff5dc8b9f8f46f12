package org.marrow.app.phone

import android.content.ContentProvider
import android.content.ContentValues
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import java.io.FileNotFoundException

/** Opens a paper, to be read, to an app that was given its address. */
class PapersProvider : ContentProvider() {
    private val papers by lazy { Papers(checkNotNull(context)) }

    override fun onCreate() = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        val file = papers.file(uri)
        if (file == null || mode != "r") throw FileNotFoundException()
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY)
    }

    override fun getType(uri: Uri): String? = papers.file(uri)?.let { Papers.type(it.name) }

    override fun query(uri: Uri, asked: Array<out String>?, which: String?, of: Array<out String>?, order: String?): Cursor {
        val cursor = MatrixCursor(arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE))
        papers.file(uri)?.let { cursor.addRow(arrayOf(it.name, it.length())) }
        return cursor
    }

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun update(uri: Uri, values: ContentValues?, which: String?, of: Array<out String>?) = 0

    override fun delete(uri: Uri, which: String?, of: Array<out String>?) = 0
}
