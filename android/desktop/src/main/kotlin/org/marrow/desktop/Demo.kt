package org.marrow.desktop

import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Actor
import org.marrow.ffi.Command
import org.marrow.ffi.Lang
import org.marrow.ui.ward.Stories

/** A ward of six cases as it stands now: what has been done there is played in the order of time. */
internal suspend fun playDemo(client: MarrowClient, clock: ShiftClock, lang: Lang): Actor {
    val now = clock.nowMs
    val acts = Stories(lang).board().sortedBy { it.minute }
    for (act in acts) {
        clock.pinned = now + act.minute * MINUTE
        client.dispatch(
            Command(
                case = act.case,
                form = act.form,
                precision = act.precision,
                actor = act.by,
                performedAtMs = act.performed?.let { now + it * MINUTE },
                lateReason = act.lateReason,
            ),
        )
    }
    clock.pinned = null
    client.refresh()
    return acts.last().by
}

private const val MINUTE = 60_000L
