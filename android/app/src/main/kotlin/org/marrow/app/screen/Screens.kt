package org.marrow.app.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.focus.focusProperties
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.Document
import org.marrow.ui.flow.MarrowScreens
import org.marrow.ui.look.Look
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Size
import org.marrow.ui.states.TroubleContent
import org.marrow.words.Words

/** The look, within what Android keeps of the screen for itself: bars, cut-outs, the keyboard. */
@Composable
fun OnPhone(content: @Composable BoxScope.() -> Unit) = MarrowTheme(isSystemInDarkTheme()) {
    Box(Modifier.fillMaxSize().background(Look.colours.surface).safeDrawingPadding(), content = content)
}

/**
 * The store opens, does not, or its screens; over them the gate, as long as it is closed. The screens stay below it,
 * neither drawn nor read nor touched: a form that is half filled in when the phone is put away is still there.
 */
@Composable
fun Screens(session: Session, closed: Boolean, gate: @Composable () -> Unit, paper: @Composable (Document) -> Unit) = OnPhone {
    Box(if (closed) Modifier.hidden() else Modifier) { Staged(session, paper) }
    if (closed) Box(Modifier.fillMaxSize().pointerInput(Unit) {}) { gate() }
}

@Composable
private fun Staged(session: Session, paper: @Composable (Document) -> Unit) {
    when (val stage = session.stage) {
        Stage.Opening -> Opening(session.words)
        is Stage.Closed -> TroubleContent(stage.trouble, session.words, onAgain = session::open)
        is Stage.Open -> {
            // Trying again opens the store anew where that is what it needs, which the flow alone cannot.
            val trouble = stage.flow.trouble
            if (trouble == null) MarrowScreens(stage.flow, paper) else TroubleContent(trouble, session.words, stage.flow.ofLast, session::open)
        }
    }
}

@Composable
fun Opening(words: Words) = Text(words.boardOpening, Modifier.padding(Size.edge, 16.dp), style = Look.type.body)

private fun Modifier.hidden(): Modifier =
    clearAndSetSemantics {}.focusProperties { canFocus = false }.drawWithContent {}
