package org.marrow.app.screen

import android.app.Activity
import android.app.KeyguardManager
import android.hardware.biometrics.BiometricManager.Authenticators
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch
import org.marrow.app.R
import org.marrow.app.phone.Asked

/** Asks who is there, in the phone's own way: a finger, a face, or what unlocks the phone. */
class Unlocking(private val activity: Activity, private val lock: AppLock, private val asked: Asked, private val scope: CoroutineScope) {
    private var asking = false

    /** One question at a time; turned away, the gate stays closed, and its button asks again. */
    fun ask() {
        if (asking || !lock.closed) return
        asking = true
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) prompt() else confirm()
    }

    private fun answered(shown: Boolean) {
        asking = false
        if (shown) lock.open()
    }

    internal val answers = object : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult?) = answered(true)

        override fun onAuthenticationError(code: Int, text: CharSequence?) = answered(false)
    }

    private fun prompt() {
        BiometricPrompt.Builder(activity).setTitle(activity.getString(R.string.unlock_title))
            .setAllowedAuthenticators(Authenticators.BIOMETRIC_STRONG or Authenticators.DEVICE_CREDENTIAL)
            .build().authenticate(CancellationSignal(), activity.mainExecutor, answers)
    }

    /** Before Android 11 the prompt cannot fall back to what unlocks the phone; this can. */
    @Suppress("DEPRECATION")
    private fun confirm() {
        val keyguard = activity.getSystemService(KeyguardManager::class.java)
        val question = keyguard.createConfirmDeviceCredentialIntent(activity.getString(R.string.unlock_title), null)
        scope.launch { answered(question == null || asked.ask(question) != null) }
    }
}
