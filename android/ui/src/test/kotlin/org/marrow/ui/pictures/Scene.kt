package org.marrow.ui.pictures

import androidx.compose.runtime.Composable
import org.marrow.ffi.Lang
import org.marrow.ui.ward.Ward

/** A screen in one of its states. [whole]: on a page so high that nothing is left to scroll. */
class Scene(val name: String, val whole: Boolean = false, val content: @Composable () -> Unit)

/** The phone that pictures are taken of, in a language or in the doubled one. */
fun ward(lang: Lang, doubled: Doubled?) =
    if (doubled == null) Ward(lang, Ward.NIGHT) else Ward(lang, Ward.NIGHT, doubled.words, doubled::view)
