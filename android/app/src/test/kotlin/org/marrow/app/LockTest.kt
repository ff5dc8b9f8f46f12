package org.marrow.app

import android.app.Activity
import android.app.KeyguardManager
import android.content.Intent
import android.os.Build
import android.os.Looper
import android.view.WindowManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.quick.QuickIoActivity
import org.marrow.app.screen.AppLock
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.util.ReflectionHelpers

/** The gate on the screen, and what it does not keep. */
class LockTest : OnAPhone() {
    @Test
    fun `closed when the process begins, open to who has shown who they are`() {
        start()
        assertTrue(phone.lock.closed)
        phone.lock.open()
        assertFalse(phone.lock.closed)
    }

    @Test
    fun `Android's prompt opens it, and turned away it stays closed`() {
        val answers = start().unlocking.answers
        answers.onAuthenticationFailed()
        answers.onAuthenticationError(10, "turned away")
        assertTrue(phone.lock.closed)
        answers.onAuthenticationSucceeded(null)
        assertFalse(phone.lock.closed)
    }

    @Test
    fun `before Android 11, what unlocks the phone opens it`() {
        ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", 29)
        try {
            val activity = start()
            for ((result, closed) in listOf(Activity.RESULT_CANCELED to true, Activity.RESULT_OK to false)) {
                activity.unlocking.ask()
                phone.until("it is asked for") { shadowOf(activity).peekNextStartedActivityForResult() != null }
                shadowOf(activity).receiveResult(shadowOf(activity).nextStartedActivityForResult.intent, result, null)
                shadowOf(Looper.getMainLooper()).idle()
                assertEquals(closed, phone.lock.closed)
            }
        } finally {
            ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", 34)
        }
    }

    @Test
    fun `a look at another app leaves it open, a time away closes it`() {
        val controller = Robolectric.buildActivity(MainActivity::class.java)
        opened(controller)
        phone.lock.open()
        controller.pause().stop()
        phone.pass(AppLock.AWAY_MS - 1)
        controller.restart().resume()
        assertFalse(phone.lock.closed)
        controller.pause().stop()
        phone.pass(AppLock.AWAY_MS)
        controller.restart().resume()
        assertTrue(phone.lock.closed)
    }

    @Test
    fun `a phone that is turned is not away`() {
        val controller = Robolectric.buildActivity(MainActivity::class.java)
        opened(controller)
        phone.lock.open()
        phone.pass(10 * AppLock.AWAY_MS)
        controller.recreate()
        assertFalse(phone.lock.closed)
    }

    @Test
    fun `the screen goes off, and it is closed at once`() {
        start()
        phone.lock.open()
        phone.broadcast(Intent.ACTION_SCREEN_OFF)
        assertTrue(phone.lock.closed)
    }

    @Test
    fun `a phone without a lock of its own has no gate`() {
        shadowOf(phone.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(false)
        assertFalse(phone.lock.closed)
    }

    @Test
    fun `receivers open the store while it is closed`() {
        assertTrue(phone.lock.closed)
        phone.broadcast(Intent.ACTION_BOOT_COMPLETED)
        assertNotNull(phone.core.open.value)
        assertEquals(phone.nowMs(), phone.reminders.health().reconciledMs)
    }

    @Test
    fun `no picture is taken of either window`() {
        val quick = opened(Robolectric.buildActivity(QuickIoActivity::class.java))
        for (window in listOf(start().window, quick.window)) {
            assertTrue(window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0)
        }
    }
}
