package org.marrow.app

import android.security.keystore.KeyGenParameterSpec
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStore
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.ProviderException
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/**
 * `AndroidKeyStore`, which Robolectric does not have: keys by their names, as long as the process of the tests lives, and
 * no safer than any key in memory. What it holds against Android's own is how a key is asked for; the ciphers are Java's.
 */
object FakeKeystore {
    val keys = mutableMapOf<String, SecretKey>()
    val asked = mutableListOf<KeyGenParameterSpec>()

    /** It does not answer, as Android's own for a moment after a boot, or for good. */
    var silent = false

    fun install() {
        keys.clear()
        asked.clear()
        silent = false
        Security.removeProvider(NAME)
        Security.addProvider(Installed())
    }

    internal fun answer() {
        if (silent) throw ProviderException("Keystore key generation failed")
    }

    const val NAME = "AndroidKeyStore"

    class Installed : Provider(NAME, "1", "keys in memory") {
        init {
            put("KeyStore.AndroidKeyStore", Store::class.java.name)
            put("KeyGenerator.AES", Generator::class.java.name)
        }
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec

        override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
            this.spec = spec as KeyGenParameterSpec
        }

        override fun engineInit(random: SecureRandom?) = error("Android wants to be told what the key is for")

        override fun engineInit(size: Int, random: SecureRandom?) = error("Android wants to be told what the key is for")

        override fun engineGenerateKey(): SecretKey {
            answer()
            asked += spec
            val bytes = ByteArray(spec.keySize / 8).also(SecureRandom()::nextBytes)
            return SecretKeySpec(bytes, "AES").also { keys[spec.keystoreAlias] = it }
        }
    }

    class Store : KeyStoreSpi() {
        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit

        override fun engineLoad(parameter: KeyStore.LoadStoreParameter?) = Unit

        override fun engineGetKey(alias: String, password: CharArray?): Key? {
            answer()
            return keys[alias]
        }

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineSize() = keys.size

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys)

        override fun engineDeleteEntry(alias: String) {
            keys -= alias
        }

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCreationDate(alias: String): Date? = null

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificateAlias(certificate: Certificate?): String? = null

        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) =
            error("nothing is brought in from outside")

        override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) =
            error("nothing is brought in from outside")

        override fun engineSetCertificateEntry(alias: String, certificate: Certificate) =
            error("nothing is brought in from outside")

        override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit
    }
}
