package org.marrow.ui.states

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ffi.MarrowException
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.Cut
import org.marrow.ui.parts.MainButton
import org.marrow.ui.parts.Page
import org.marrow.ui.parts.TopBar
import org.marrow.words.Words

/** Why the record cannot be opened or written, as far as a person can do something about it. */
enum class Trouble { DISK_FULL, WRONG_KEY, NEWER, NOT_OURS, DAMAGED, UNREADABLE }

/** What a failure of the core is to a person; none: it is about one act, and its own page says it. */
fun troubleOf(failure: MarrowException): Trouble? = when (failure) {
    is MarrowException.DiskFull, is MarrowException.ReadOnly -> Trouble.DISK_FULL
    is MarrowException.WrongKey -> Trouble.WRONG_KEY
    is MarrowException.NewerSchema -> Trouble.NEWER
    is MarrowException.NotAStore, is MarrowException.NoStore -> Trouble.NOT_OURS
    is MarrowException.Damaged -> Trouble.DAMAGED
    is MarrowException.Io, is MarrowException.Busy, is MarrowException.Internal, is MarrowException.Closed -> Trouble.UNREADABLE
    is MarrowException.NotFound, is MarrowException.Refused, is MarrowException.Policy, is MarrowException.Invalid -> null
}

/**
 * A full page: what is wrong in one sentence, what still works, whom to ask; one action.
 *
 * @param ofLast what became of what was pressed just before, where it can't be seen.
 */
@Composable
fun TroubleContent(trouble: Trouble, words: Words, ofLast: List<String> = emptyList(), onAgain: () -> Unit) = Cut {
    val (what, works, ask) = said(trouble, words)
    Page(
        top = { TopBar(words.troubleTitle) },
        bar = { MainButton(words.troubleAgain, onClick = onAgain) },
    ) {
        ofLast.forEach { Text(it, Modifier.padding(Size.edge, 8.dp), style = Look.type.status) }
        Text(what, Modifier.padding(Size.edge, 16.dp, Size.edge, 12.dp).semantics { heading() }, style = Look.type.finding)
        Text(works, Modifier.padding(Size.edge, 6.dp), style = Look.type.body)
        Text(ask, Modifier.padding(Size.edge, 6.dp), style = Look.type.body)
    }
}

private fun said(trouble: Trouble, words: Words): Triple<String, String, String> = when (trouble) {
    Trouble.DISK_FULL -> Triple(words.troubleFull, words.troubleFullWorks, words.troubleFullAsk)
    Trouble.WRONG_KEY -> Triple(words.troubleKey, words.troubleNothingLost, words.troubleAskPhone)
    Trouble.NEWER -> Triple(words.troubleNewer, words.troubleNothingLost, words.troubleNewerAsk)
    Trouble.NOT_OURS -> Triple(words.troubleNotOurs, words.troubleNothingLost, words.troubleAskPhone)
    Trouble.DAMAGED -> Triple(words.troubleDamaged, words.troubleDamagedWorks, words.troubleAskPhone)
    Trouble.UNREADABLE -> Triple(words.troubleUnreadable, words.troubleNothingLost, words.troubleAskPhone)
}
