package org.marrow.ui.pictures

import androidx.compose.runtime.Composable

/** A screen in one of its states. */
class Scene(val name: String, val content: @Composable () -> Unit)
