package org.marrow.ui.board

import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size
import org.marrow.ui.parts.ring
import org.marrow.words.Words

/** Who is recording, as initials and the name; a tap changes it. */
@Composable
internal fun WhoRecords(name: String?, words: Words, onClick: () -> Unit) {
    Row(
        Modifier.clip(CircleShape).ring(24.dp).clickable(role = Role.Button, onClick = onClick)
            .semantics(mergeDescendants = true) { contentDescription = name?.let(words::boardRecordsAs) ?: words.boardNobody }
            .defaultMinSize(minHeight = Size.target).padding(horizontal = 8.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        if (name != null) Initials(name)
        if (name == null) Text(words.boardNobody, style = Look.type.heading)
        if (name != null && !Look.large && name.length <= 10) Text(name, style = Look.type.heading)
    }
}

@Composable
private fun Initials(name: String) {
    Box(
        Modifier.defaultMinSize(36.dp, 36.dp).border(1.5.dp, Look.colours.outline, CircleShape).padding(6.dp),
        contentAlignment = Alignment.Center,
    ) { Text(initials(name), style = Look.type.label.copy(fontWeight = FontWeight.Bold)) }
}

/** The first letters of the first and the last part of a name. */
private fun initials(name: String): String {
    val parts = name.split(' ', '.').filter { it.isNotEmpty() }
    return listOfNotNull(parts.firstOrNull(), parts.drop(1).lastOrNull()).joinToString("") { it.take(1).uppercase() }
}
