package org.marrow.app.core

import android.content.Context
import java.io.File
import java.util.Locale
import java.util.UUID
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import org.marrow.app.keys.Mark
import org.marrow.app.keys.Secrets
import org.marrow.bridge.ClockPort
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.OpenOptions

/**
 * The one open store of this process, for screens and receivers alike. It lies, with its key and its mark, in storage
 * that opens with the phone's first unlock and is in no backup: nothing here may be asked before.
 */
class OpenCore(private val context: Context, private val kept: Kept, private val clock: ClockPort) {
    private val oneAtATime = Mutex()
    private val openNow = MutableStateFlow<MarrowClient?>(null)

    /** What is open now; another one than before where the store had to be opened anew. */
    val open: StateFlow<MarrowClient?> = openNow.asStateFlow()

    /** Which language the client was given: where it speaks another, a person has chosen that on the screen. */
    private var given: Lang? = null

    /** The open core, in the language of now. One that does not answer any more is opened anew, once. */
    suspend fun client(): MarrowClient = oneAtATime.withLock {
        val before = openNow.value
        if (before != null && before.lang != given) kept.lang = before.lang
        val client = before?.takeIf { answers(it) } ?: opened(before)
        client.lang = lang().also { given = it }
        client
    }

    /** The language that a person chose, else the phone's. */
    fun lang(): Lang = kept.lang ?: phonesOwn()

    private fun phonesOwn(): Lang {
        val spoken = context.resources.configuration.locales[0] ?: Locale.getDefault()
        return Lang.entries.firstOrNull { it.name.equals(spoken.language, ignoreCase = true) } ?: Lang.EN
    }

    /** After an error in reading, an open store may answer nothing but errors from then on. */
    private suspend fun answers(client: MarrowClient): Boolean = try {
        client.info()
        true
    } catch (_: MarrowException.Busy) {
        true
    } catch (_: MarrowException) {
        false
    }

    private suspend fun opened(before: MarrowClient?): MarrowClient {
        before?.close()
        openNow.value = null
        val speaks = lang()
        return withContext(Dispatchers.IO) {
            val folder = context.noBackupFilesDir
            val file = File(folder, STORE)
            val mark = Mark(folder)
            // Only where there was never one is a store made: what is gone has to be told, not replaced.
            val anew = !file.exists() && !mark.kept
            val secrets = Secrets(folder).read(anew)
            val options = OpenOptions(path = file.path, fresh = UUID.randomUUID(), make = anew)
            MarrowClient.open(secrets.key, secrets.installation, options, clock, mark, speaks)
        }.also { openNow.value = it }
    }

    companion object {
        const val STORE = "marrow.db"
    }
}
