package org.marrow.ui.time

import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZonedDateTime
import kotlin.math.abs
import org.marrow.words.Words

/** Now, and where: what a screen is drawn at. */
data class Clock(val nowMs: Long, val zone: ZoneId)

/**
 * Times in words: `14:00`, `12 Mar 2026`, `9 h 54 min`, `12 min ago`. Absolute times come first on every screen; these
 * here are what stands below them.
 */
data class Times(val words: Words, val clock: Clock) {
    val nowMs get() = clock.nowMs

    /** `14:05`. */
    fun hour(ms: Long): String = at(ms).let { "%02d:%02d".format(it.hour, it.minute) }

    /** `12 Mar 2026`. */
    fun date(ms: Long): String = at(ms).toLocalDate().let { "${short(it)} ${it.year}" }

    /** `12 Mar 14:05`, with the year where it is not this one. */
    fun dateAndHour(ms: Long): String = at(ms).toLocalDate().let {
        val year = if (it.year == at(nowMs).year) "" else " ${it.year}"
        "${short(it)}$year ${hour(ms)}"
    }

    /** `14:05` today, `12 Mar 14:05` on any other day. */
    fun hourOrDate(ms: Long): String = if (today(ms)) hour(ms) else dateAndHour(ms)

    fun today(ms: Long): Boolean = at(ms).toLocalDate() == at(nowMs).toLocalDate()

    /** `in 18 min`, `12 min ago`, `now`. */
    fun relative(ms: Long): String {
        val apart = ms - nowMs
        return when {
            abs(apart) < MINUTE -> words.timeNow
            apart > 0 -> words.timeIn(span(apart))
            else -> words.timeAgo(span(-apart))
        }
    }

    /** `54 min`, `9 h`, `9 h 54 min`: whole minutes that have passed. */
    fun span(ms: Long): String {
        val (hours, minutes) = parts(ms)
        return when {
            hours == 0L -> words.timeMinutes("$minutes")
            minutes == 0L -> words.timeHour("$hours")
            else -> words.timeHours("$hours", two(minutes))
        }
    }

    /** Hours and whole minutes of a length. */
    fun parts(ms: Long): Pair<Long, Long> = (ms / MINUTE).let { it / 60 to it % 60 }

    /** `3:42`: minutes and seconds of a countdown; a second that has begun counts whole. */
    fun countdown(ms: Long): String = ((ms.coerceAtLeast(0) + 999) / 1000).let { "${it / 60}:${two(it % 60)}" }

    private fun short(day: LocalDate) = "${day.dayOfMonth} ${words.timeMonths.split(' ')[day.monthValue - 1]}"

    private fun at(ms: Long): ZonedDateTime = Instant.ofEpochMilli(ms).atZone(clock.zone)

    private fun two(n: Long) = n.toString().padStart(2, '0')

    companion object {
        const val MINUTE = 60_000L
        const val HOUR = 60 * MINUTE
    }
}
