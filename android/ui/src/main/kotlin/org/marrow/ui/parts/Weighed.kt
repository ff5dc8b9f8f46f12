package org.marrow.ui.parts

import androidx.compose.runtime.Composable
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import org.marrow.ui.look.Look

/** A sentence in which one value weighs more than the words around it, wherever the language puts it. */
@Composable
fun weighed(sentence: String, value: String, style: SpanStyle = Look.type.value.toSpanStyle().copy(color = Look.colours.onSurface)): AnnotatedString =
    buildAnnotatedString {
        append(sentence)
        val from = sentence.indexOf(value)
        if (from >= 0) addStyle(style, from, from + value.length)
    }
