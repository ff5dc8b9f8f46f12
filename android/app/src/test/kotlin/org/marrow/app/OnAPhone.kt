package org.marrow.app

import android.app.Activity
import android.app.KeyguardManager
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlarmManager

/** A test on a phone of its own, which has a lock as a ward's phones do. */
@RunWith(RobolectricTestRunner::class)
@Config(application = WardApp::class, sdk = [34])
abstract class OnAPhone {
    protected val phone get() = RuntimeEnvironment.getApplication() as WardApp
    private val open = mutableListOf<ActivityController<*>>()

    @Before
    fun keystore() {
        FakeKeystore.install()
        shadowOf(phone.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(true)
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
    }

    @After
    fun closed() {
        open.filterNot { it.get().isDestroyed }.forEach { it.destroy() }
        if (phone.core.open.value != null) phone.idle()
        phone.core.open.value?.close()
    }

    protected fun <A : Activity> opened(controller: ActivityController<A>): A {
        open += controller
        return controller.setup().get()
    }

    protected fun begun(activity: MainActivity): MainActivity {
        phone.until("the screens are there") { activity.session.flow != null }
        return activity
    }

    /** The app, opened from its icon. */
    protected fun start(): MainActivity = begun(opened(Robolectric.buildActivity(MainActivity::class.java)))
}
