package org.marrow.bridge

import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Path
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec
import kotlin.experimental.xor

/**
 * Gives a closed store the format of a later release: writes `user_version` in the database's first page, which is
 * deciphered and sealed again as SQLCipher 4 does it, with SHA-256. No release has yet written one that this one cannot read.
 */
object LaterFormat {
    private const val PAGE = 4096
    private const val SALT = 16
    private const val IV = PAGE - 48
    private const val SEAL = PAGE - 32
    private const val USER_VERSION = 60

    fun write(store: Path, key: ByteArray, version: Int) = RandomAccessFile(store.toFile(), "rw").use { file ->
        val page = ByteArray(PAGE).also(file::readFully)
        val content = crypt(Cipher.DECRYPT_MODE, key, page)
        ByteBuffer.wrap(content).putInt(USER_VERSION - SALT, version)
        content.copyInto(page, SALT)
        crypt(Cipher.ENCRYPT_MODE, key, page).copyInto(page, SALT)
        seal(key, page).copyInto(page, SEAL)
        file.seek(0)
        file.write(page)
    }

    private fun crypt(mode: Int, key: ByteArray, page: ByteArray): ByteArray =
        Cipher.getInstance("AES/CBC/NoPadding").run {
            init(mode, SecretKeySpec(key, "AES"), IvParameterSpec(page, IV, 16))
            doFinal(page, SALT, IV - SALT)
        }

    private fun seal(key: ByteArray, page: ByteArray): ByteArray {
        val salt = ByteArray(SALT) { page[it] xor 0x3a }
        // PBKDF2 of two rounds and one block, which stays with SHA-512.
        val first = hmac("HmacSHA512", key, salt, byteArrayOf(0, 0, 0, 1))
        val second = hmac("HmacSHA512", key, first)
        val sealKey = ByteArray(32) { first[it] xor second[it] }
        val number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(1).array()
        return hmac("HmacSHA256", sealKey, page.copyOfRange(SALT, SEAL), number)
    }

    private fun hmac(name: String, key: ByteArray, vararg parts: ByteArray): ByteArray = Mac.getInstance(name).run {
        init(SecretKeySpec(key, algorithm))
        parts.forEach(::update)
        doFinal()
    }
}
