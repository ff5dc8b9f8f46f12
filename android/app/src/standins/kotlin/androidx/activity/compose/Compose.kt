package androidx.activity.compose

import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionContext

fun ComponentActivity.setContent(@Suppress("UNUSED_PARAMETER") parent: CompositionContext? = null, content: @Composable () -> Unit) {
    this.content = content
}

@Composable
fun BackHandler(enabled: Boolean = true, onBack: () -> Unit) = Unit
