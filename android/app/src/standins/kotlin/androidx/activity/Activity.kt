package androidx.activity

import android.app.Activity
import androidx.compose.runtime.Composable

/**
 * Stand-ins, so that the two Activities are type-checked, and run as far as Android's framework goes, where Google's
 * libraries cannot be had. The real app is built with the real ones; none of this ships.
 */
open class ComponentActivity : Activity() {
    /** What was to be drawn; a test draws it. */
    var content: (@Composable () -> Unit)? = null
}
