package org.marrow.reminders

import org.junit.After
import org.junit.runner.RunWith
import org.marrow.ffi.Category
import org.marrow.ffi.Channel
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** A test on a phone of its own. */
@RunWith(RobolectricTestRunner::class)
@Config(application = WardPhone::class, sdk = [34])
abstract class OnAWard {
    protected val phone get() = RuntimeEnvironment.getApplication() as WardPhone
    protected val core get() = phone.core

    protected fun aNotice(category: Category) =
        Notice("v1:a", "v1:b", Channel.DUE, "due_v1", "t", "b", "board", category, "marrow://board", WardPhone.START)

    @After
    fun closed() {
        core.hangs = false
        phone.idle()
        core.close()
    }
}
