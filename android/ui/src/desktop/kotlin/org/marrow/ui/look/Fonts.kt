package org.marrow.ui.look

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font

/**
 * Roboto out of our own resources, for windows and pictures on a desktop: the same letters on every machine. A
 * phone has its own, and does without this folder.
 */
val Roboto = FontFamily(
    Font("fonts/Roboto-Regular.ttf", FontWeight.Normal),
    Font("fonts/Roboto-Medium.ttf", FontWeight.Medium),
    Font("fonts/Roboto-Bold.ttf", FontWeight.Bold),
)
