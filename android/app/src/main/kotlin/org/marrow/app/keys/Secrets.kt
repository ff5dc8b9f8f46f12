package org.marrow.app.keys

import android.util.AtomicFile
import java.io.File
import java.io.IOException
import java.security.SecureRandom

/**
 * The store's key and this installation's secret, wrapped, in a file beside the store. They are made once, with the
 * first store; where there is a store and no key, there is trouble, and never new ones.
 */
class Secrets(private val folder: File, private val key: KeystoreKey = KeystoreKey()) {
    private val file = AtomicFile(File(folder, "secrets"))

    /** Two times 32 bytes. Whoever asked wipes them. */
    class Pair(val key: ByteArray, val installation: ByteArray)

    /** @param anew a store was never here, so that a key that is not here is none that was lost. */
    fun read(anew: Boolean): Pair {
        if (!file.baseFile.exists()) {
            if (!anew) throw KeyLost()
            make()
        }
        // Read back even when just made: a Keystore that cannot unwrap is found out before there is a store.
        val both = key.unwrap(file.readFully())
        if (both.size != 2 * SIZE) throw KeyLost()
        return Pair(both.copyOfRange(0, SIZE), both.copyOfRange(SIZE, 2 * SIZE)).also { both.fill(0) }
    }

    private fun make() {
        val both = ByteArray(2 * SIZE).also(SecureRandom()::nextBytes)
        val wrapped = key.wrap(both)
        both.fill(0)
        folder.mkdirs()
        val out = file.startWrite()
        try {
            out.write(wrapped)
            file.finishWrite(out)
        } catch (failed: IOException) {
            file.failWrite(out)
            throw failed
        }
    }

    private companion object {
        const val SIZE = 32
    }
}
