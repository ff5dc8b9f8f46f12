package org.marrow.ui.flow

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import org.marrow.ui.board.BoardContent
import org.marrow.ui.board.BoardEvent
import org.marrow.ui.board.BoardState
import org.marrow.ui.board.MenuEntry
import org.marrow.ui.nav.Place

@Composable
internal fun BoardPage(flow: Flow) {
    val board by flow.client.board.collectAsState()
    val stale by flow.client.stale.collectAsState()
    var menu by remember { mutableStateOf(false) }
    val state = BoardState(
        times = flow.times,
        board = board,
        recordedBy = flow.people.actor?.name,
        remindersCanFail = flow.health?.canFail == true,
        stale = stale != null,
        menu = menu,
    )
    BoardContent(state) { event ->
        when (event) {
            is BoardEvent.Open -> flow.go(Place.Case(event.case))
            is BoardEvent.OpenFlag -> {
                val flag = board?.open?.firstOrNull { it.header.case == event.case }?.flag
                flow.go(listOfNotNull(Place.Case(event.case), flag?.let { Place.Flag(event.case, it.rule, it.step) }))
            }
            BoardEvent.NewIo -> flow.go(Place.NewIo())
            BoardEvent.WhoRecords -> flow.go(Place.Settings(who = true))
            BoardEvent.RemindersHealth, BoardEvent.ClockInDoubt -> flow.go(Place.Reminders)
            is BoardEvent.Menu -> menu = event.open
            is BoardEvent.Go -> {
                menu = false
                flow.go(placeOf(event.to))
            }
        }
    }
}

private fun placeOf(entry: MenuEntry): Place = when (entry) {
    MenuEntry.REMINDERS -> Place.Reminders
    MenuEntry.REFERENCE -> Place.Reference()
    MenuEntry.POLICY -> Place.Policy
    MenuEntry.SETTINGS -> Place.Settings()
}
