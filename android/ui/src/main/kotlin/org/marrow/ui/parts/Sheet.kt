package org.marrow.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** A sheet over the page, with a title and a way out that is a button: the scrim answers too, but nobody needs it. */
@Composable
fun Sheet(title: String, close: String, onClose: () -> Unit, content: @Composable ColumnScope.() -> Unit) {
    Box(Modifier.fillMaxSize(), contentAlignment = Alignment.BottomCenter) {
        Box(
            Modifier.fillMaxSize().background(Look.colours.scrim)
                .pointerInput(onClose) { detectTapGestures { onClose() } },
        )
        Column(
            Modifier.padding(top = 32.dp).widthIn(max = Size.formWidth).fillMaxWidth()
                .clip(RoundedCornerShape(topStart = 16.dp, topEnd = 16.dp)).background(Look.colours.surface)
                .semantics { paneTitle = title },
        ) {
            TopBar(title, Icons.close, close, onClose)
            Column(Modifier.verticalScroll(rememberScrollState()).padding(bottom = 16.dp), content = content)
        }
    }
}
