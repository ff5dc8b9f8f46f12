package org.marrow.app.keys

import java.io.File
import org.marrow.bridge.MarkPort

/**
 * The mark that tells a rolled-back database, in a file of its own. It is put there after each command, so that it is
 * moved into place whole but not waited for until it is on the disk: one that stays behind is normal.
 */
class Mark(private val folder: File) : MarkPort {
    private val file = File(folder, "mark")

    /** A store was opened here once. */
    val kept: Boolean get() = file.exists()

    override fun last(): ULong? = if (kept) file.readText().toULongOrNull() else null

    override fun keep(mark: ULong) {
        if (mark == last()) return
        val draft = File(folder, "mark.new")
        draft.writeText("$mark")
        draft.renameTo(file)
    }
}
