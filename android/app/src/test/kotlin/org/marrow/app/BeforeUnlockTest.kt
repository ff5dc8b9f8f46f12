package org.marrow.app

import android.content.Intent
import android.os.UserManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** A phone that was started again and lies locked: the app runs, and rings, from storage that such a phone can read. */
@Config(application = LockedApp::class)
class BeforeUnlockTest : OnAPhone() {
    private fun unlock() = shadowOf(phone.getSystemService(UserManager::class.java)).setUserUnlocked(true)

    @Test
    fun `nothing but device-protected storage is touched, and the unlock opens the store`() {
        // WardApp throws at any touch of the other storage, as Android does; each is noted too.
        phone.broadcast(Intent.ACTION_LOCKED_BOOT_COMPLETED)
        phone.broadcast(Intent.ACTION_TIME_CHANGED)
        assertEquals(emptyList<String>(), phone.touched)
        assertNull(phone.core.open.value)
        assertNull("nobody was asked", phone.reminders.health().closed)
        assertTrue(FakeKeystore.asked.isEmpty())

        unlock()
        phone.broadcast(Intent.ACTION_USER_UNLOCKED)
        assertEquals(phone.nowMs(), phone.reminders.health().reconciledMs)
        assertTrue(phone.core.open.value != null)
    }
}
