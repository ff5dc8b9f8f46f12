package org.marrow.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.marrow.ui.look.Icons
import org.marrow.ui.look.Look
import org.marrow.ui.look.Mark
import org.marrow.ui.look.Size

/** A row that leads somewhere: what it is, and what it says now below it. */
@Composable
fun GoRow(text: String, below: String? = null, onClick: () -> Unit) {
    Row(
        Modifier.fillMaxWidth().ring().clickable(role = Role.Button, onClick = onClick).semantics(mergeDescendants = true) {}
            .defaultMinSize(minHeight = Size.action).padding(Size.edge, 9.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text(text, style = Look.type.body)
            if (below != null) Text(below, style = Look.type.label, color = Look.colours.onSurfaceMuted)
        }
        Mark(Icons.right, size = 20.dp, ink = Look.colours.onSurfaceMuted)
    }
}
