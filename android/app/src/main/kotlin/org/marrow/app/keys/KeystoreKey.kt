package org.marrow.app.keys

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** The key is gone for good, or what it wrapped was changed: what it wrapped can be had no more. */
class KeyLost(cause: Throwable? = null) : Exception(cause)

/** Android's Keystore does not answer just now; nothing is known about the key. */
class KeyUnreachable(cause: Throwable) : Exception(cause)

/**
 * The key in Android's Keystore that wraps the others; it never leaves it. It asks for nobody's finger, because receivers
 * have to open the store while the phone lies in a pocket: the app lock is a gate on the screen.
 */
class KeystoreKey(private val alias: String = "marrow") {
    /** The key is made where there is none. */
    fun wrap(secret: ByteArray): ByteArray = asked {
        val cipher = Cipher.getInstance(HOW)
        cipher.init(Cipher.ENCRYPT_MODE, found() ?: made())
        cipher.updateAAD(PURPOSE)
        cipher.iv + cipher.doFinal(secret)
    }

    fun unwrap(wrapped: ByteArray): ByteArray = asked {
        if (wrapped.size <= IV) throw KeyLost()
        val key = found() ?: throw KeyLost()
        val cipher = Cipher.getInstance(HOW)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, wrapped, 0, IV))
        cipher.updateAAD(PURPOSE)
        cipher.doFinal(wrapped, IV, wrapped.size - IV)
    }

    private fun found(): SecretKey? = KeyStore.getInstance(STORE).apply { load(null) }.getKey(alias, null) as SecretKey?

    private fun made(): SecretKey {
        val spec = KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(256)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(spec) }.generateKey()
    }

    /** What is gone and what does not answer are two things: the one will not come back. */
    private fun <T> asked(block: () -> T): T = try {
        block()
    } catch (gone: KeyPermanentlyInvalidatedException) {
        throw KeyLost(gone)
    } catch (gone: UnrecoverableKeyException) {
        throw KeyLost(gone)
    } catch (changed: AEADBadTagException) {
        throw KeyLost(changed)
    } catch (failed: GeneralSecurityException) {
        throw KeyUnreachable(failed)
    } catch (failed: ProviderException) {
        throw KeyUnreachable(failed)
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val HOW = "AES/GCM/NoPadding"
        const val IV = 12
        const val TAG_BITS = 128
        val PURPOSE = "marrow secrets 1".toByteArray()
    }
}
