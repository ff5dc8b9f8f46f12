package org.marrow.app.phone

import org.marrow.reminders.Failing
import org.marrow.reminders.ReminderHealth
import org.marrow.ui.reminders.Condition
import org.marrow.ui.reminders.Need

/** What this phone needs for reminders to come, as the screens show it. */
internal fun conditions(health: ReminderHealth): List<Condition> = with(health) {
    listOf(
        Condition(Need.NOTIFICATIONS, failing.none { it in SHOWING }),
        Condition(Need.EXACT_TIMES, failing.none { it == Failing.EXACT || it == Failing.REFUSED }),
        Condition(Need.FULL_SCREEN, fullScreen),
        Condition(Need.BATTERY, if (backgroundRestricted) false else batteryExempt.takeIf { it }),
        Condition(Need.VOLUME, Failing.VOLUME !in failing, "$alarmVolume / $alarmVolumeMax"),
        Condition(Need.DO_NOT_DISTURB, Failing.DO_NOT_DISTURB !in failing),
    )
}

private val SHOWING = setOf(Failing.NOTIFICATIONS, Failing.CHANNEL_CRITICAL, Failing.CHANNEL_DUE)
