package org.marrow.app.phone

import android.content.Context
import android.os.Build
import android.os.VibrationEffect
import android.os.Vibrator
import android.os.VibratorManager
import org.marrow.ui.flow.Touch

/** What the hand feels. A phone without a motor, or on which a person has switched that off, keeps still by itself. */
internal class Haptics(context: Context) {
    @Suppress("DEPRECATION") // The way before Android 12.
    private val vibrator: Vibrator =
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.S) context.getSystemService(Vibrator::class.java)
        else context.getSystemService(VibratorManager::class.java).defaultVibrator

    fun feel(touch: Touch) = vibrator.vibrate(
        when (touch) {
            Touch.MINUTE -> VibrationEffect.createOneShot(30, VibrationEffect.DEFAULT_AMPLITUDE)
            Touch.RECORDED -> VibrationEffect.createOneShot(50, VibrationEffect.DEFAULT_AMPLITUDE)
            Touch.REFUSED -> VibrationEffect.createWaveform(longArrayOf(0, 60, 80, 60), -1)
            Touch.OVER -> VibrationEffect.createWaveform(longArrayOf(0, 400, 200, 400, 200, 400), -1)
        },
    )
}
