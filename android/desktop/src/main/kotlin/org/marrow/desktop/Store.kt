package org.marrow.desktop

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.SecureRandom
import java.util.UUID
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText
import org.marrow.bridge.MarkPort
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Lang
import org.marrow.ffi.OpenOptions

/**
 * Opens the window's store in a folder. Its key lies beside it, readable by its owner alone: a desktop for trying has no
 * keystore to wrap it, which is one reason more to record no patient here.
 */
internal suspend fun openStore(folder: Path, clock: ShiftClock, lang: Lang): MarrowClient {
    folder.createDirectories()
    val file = folder.resolve("mark")
    val marks = object : MarkPort {
        override fun last(): ULong? = file.takeIf { it.exists() }?.readText()?.toULongOrNull()

        override fun keep(mark: ULong) = file.writeText("$mark")
    }
    val options = OpenOptions(path = "${folder.resolve("marrow.db")}", fresh = UUID.randomUUID())
    return MarrowClient.open(secret(folder.resolve("key")), secret(folder.resolve("installation")), options, clock, marks, lang)
}

private fun secret(file: Path): ByteArray {
    if (!file.exists()) {
        val own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        // Not every system knows such permissions.
        runCatching { Files.createFile(file, own) }
        file.writeBytes(ByteArray(32).also(SecureRandom()::nextBytes))
    }
    return file.readBytes()
}
