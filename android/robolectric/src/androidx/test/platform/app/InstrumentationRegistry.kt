package androidx.test.platform.app

import android.app.Instrumentation
import android.os.Bundle

/** Robolectric calls these few classes by name; the library that has them is not on Maven Central. */
object InstrumentationRegistry {
    private var instrumentation: Instrumentation? = null

    @JvmStatic
    fun getInstrumentation(): Instrumentation = checkNotNull(instrumentation)

    @JvmStatic
    fun registerInstance(instrumentation: Instrumentation?, arguments: Bundle?) {
        this.instrumentation = instrumentation
    }
}
