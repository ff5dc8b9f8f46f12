package org.marrow.app

import java.io.File
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.core.OpenCore
import org.marrow.app.keys.KeyLost
import org.marrow.app.keys.KeyUnreachable
import org.marrow.app.keys.Secrets
import org.marrow.app.screen.whyClosed
import org.marrow.ffi.MarrowException
import org.marrow.reminders.PhoneClock
import org.marrow.ui.states.Trouble

/** The store's key, from the first start to its loss: nothing is ever made over what is there. */
class KeysTest : OnAPhone() {
    private val folder get() = phone.noBackupFilesDir
    private val store get() = File(folder, OpenCore.STORE)
    private val secrets get() = File(folder, "secrets")
    private val mark get() = File(folder, "mark")

    /** The process begins anew. */
    private fun anotherStart(): OpenCore = OpenCore(phone, phone.kept, PhoneClock(phone, phone::nowMs))

    /** What another start comes to, and that it left every file as it was. */
    private fun trouble(): Exception {
        val before = files()
        val thrown = assertThrows(Exception::class.java) { runBlocking { anotherStart().client() } }
        val after = files()
        assertEquals(before.keys, after.keys)
        for ((name, bytes) in before) assertArrayEquals(name, bytes, after[name])
        return thrown
    }

    private fun files() = folder.walk().filter(File::isFile).associate { it.name to it.readBytes() }

    /** A patient is on record, and the process is gone. */
    private fun recorded() {
        phone.admit("Ana Ruiz")
        phone.client().close()
    }

    @Test
    fun `the first start makes the keys and the store, and the second opens it`() {
        recorded()
        assertTrue(store.exists() && mark.exists())
        assertEquals("two secrets of 32 bytes, wrapped", 12 + 64 + 16L, secrets.length())
        val again = anotherStart()
        assertEquals(1, runBlocking { again.client() }.use { it.board.value!!.open.size })
        assertEquals("one key in the Keystore, made once", 1, FakeKeystore.asked.size)
    }

    @Test
    fun `receivers may use the key with nobody there, and no other use is allowed`() {
        phone.client()
        val spec = FakeKeystore.asked.single()
        assertFalse(spec.isUserAuthenticationRequired || spec.isUnlockedDeviceRequired)
        assertEquals(256, spec.keySize)
        assertEquals(listOf("GCM"), spec.blockModes.toList())
    }

    @Test
    fun `neither the database nor what wraps its key can be read`() {
        val key = Secrets(folder).read(anew = true)
        recorded()
        for ((name, bytes) in files()) {
            val text = String(bytes, Charsets.ISO_8859_1)
            for (planted in listOf("Ana Ruiz", String(key.key, Charsets.ISO_8859_1), String(key.installation, Charsets.ISO_8859_1))) {
                assertFalse(name, planted in text)
            }
        }
    }

    @Test
    fun `the wrapped key lost is trouble, and nothing is made over the store`() {
        recorded()
        secrets.delete()
        assertEquals(Trouble.WRONG_KEY, whyClosed(trouble().also { assertTrue("$it", it is KeyLost) }))
        assertFalse(secrets.exists())
    }

    @Test
    fun `the Keystore's key lost, or another in its place, is the same`() {
        recorded()
        val key = FakeKeystore.keys.remove("marrow")!!
        assertTrue(trouble() is KeyLost)
        assertTrue("none is made to read with", FakeKeystore.keys.isEmpty())
        FakeKeystore.keys["marrow"] = javax.crypto.spec.SecretKeySpec(ByteArray(32), "AES")
        assertTrue(trouble() is KeyLost)
        // Back again, as from a Keystore that had only lost its index.
        FakeKeystore.keys["marrow"] = key
        runBlocking { anotherStart().client() }.close()
    }

    @Test
    fun `what wraps it changed or cut is the same`() {
        recorded()
        val whole = secrets.readBytes()
        for (broken in listOf(whole.copyOf(40), ByteArray(0), whole.clone().also { it[20] = (it[20] + 1).toByte() })) {
            secrets.writeBytes(broken)
            assertTrue(trouble() is KeyLost)
        }
    }

    @Test
    fun `a Keystore that does not answer is asked again, and is no lost key`() {
        recorded()
        FakeKeystore.silent = true
        assertEquals(Trouble.UNREADABLE, whyClosed(trouble().also { assertTrue("$it", it is KeyUnreachable) }))
        FakeKeystore.silent = false
        runBlocking { anotherStart().client() }.close()
    }

    @Test
    fun `at the first start, too, and nothing is left of it`() {
        FakeKeystore.silent = true
        assertTrue(trouble() is KeyUnreachable)
        FakeKeystore.silent = false
        phone.client()
    }

    @Test
    fun `a store that is gone is told, and no new one takes its place`() {
        recorded()
        folder.listFiles()!!.filter { it.name.startsWith(OpenCore.STORE) }.forEach(File::delete)
        val thrown = trouble()
        assertTrue("$thrown", thrown is MarrowException.NoStore)
        assertEquals(Trouble.NOT_OURS, whyClosed(thrown))
    }

    @Test
    fun `killed after the keys and before the store, the next start goes on`() {
        Secrets(folder).read(anew = true)
        phone.client()
        assertTrue(store.exists())
        assertEquals(1, FakeKeystore.asked.size)
    }
}
