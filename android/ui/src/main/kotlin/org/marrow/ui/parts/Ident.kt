package org.marrow.ui.parts

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.marrow.ffi.CaseHeader
import org.marrow.ui.board.where
import org.marrow.ui.look.Look
import org.marrow.ui.look.Size

/** Whose needle, and which: on every page that records, above what scrolls. */
@Composable
fun Ident(header: CaseHeader) {
    // In large letters the device would push away what the page is for; side and bone stay.
    val where = header.place.takeIf { Look.large } ?: where(header)
    Text(
        weighed("${header.alias} · $where", header.alias),
        Modifier.padding(Size.edge, 0.dp, Size.edge, 10.dp),
        style = Look.type.body,
    )
}
