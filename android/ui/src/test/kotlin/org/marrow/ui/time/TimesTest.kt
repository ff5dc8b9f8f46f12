package org.marrow.ui.time

import java.time.ZoneId
import java.time.ZonedDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Lang
import org.marrow.words.Words

class TimesTest {
    private val madrid = ZoneId.of("Europe/Madrid")
    private fun ms(y: Int, mo: Int, d: Int, h: Int, mi: Int) = ZonedDateTime.of(y, mo, d, h, mi, 0, 0, madrid).toInstant().toEpochMilli()
    private val now = ms(2026, 3, 29, 3, 12)
    private fun times(lang: Lang) = Times(Words(lang), Clock(now, madrid))

    @Test
    fun `the hour is absolute, of 24, and another day carries its date`() {
        val es = times(Lang.ES)
        assertEquals("03:05", es.hourOrDate(ms(2026, 3, 29, 3, 5)))
        assertEquals("28 mar 23:59", es.hourOrDate(ms(2026, 3, 28, 23, 59)))
        assertEquals("31 Dec 2025 00:00", times(Lang.EN).hourOrDate(ms(2025, 12, 31, 0, 0)))
        assertEquals("12 Mar 2026", times(Lang.EN).date(ms(2026, 3, 12, 9, 0)))
    }

    @Test
    fun `an hour that the clocks skipped is not counted`() {
        // At 02:00 that night it became 03:00: from 01:30 to 03:12 are 42 minutes, and 01:30 is still called 01:30.
        val before = ms(2026, 3, 29, 1, 30)
        assertEquals("01:30", times(Lang.EN).hour(before))
        assertEquals("42 min ago", times(Lang.EN).relative(before))
    }

    @Test
    fun `lengths are whole minutes that have passed`() {
        val en = times(Lang.EN)
        assertEquals("0 min", en.span(59_999))
        assertEquals("9 h 54 min", en.span(9 * Times.HOUR + 54 * Times.MINUTE + 59_000))
        assertEquals("26 h 05 min", en.span(26 * Times.HOUR + 5 * Times.MINUTE))
        assertEquals("now", en.relative(now - 59_999))
        assertEquals("in 18 min", en.relative(now + 18 * Times.MINUTE))
        assertEquals("hace 1 h", times(Lang.ES).relative(now - Times.HOUR))
    }

    @Test
    fun `a countdown ends at nought and not before`() {
        val en = times(Lang.EN)
        assertEquals("5:00", en.countdown(300_000))
        assertEquals("3:42", en.countdown(222_000))
        assertEquals("0:01", en.countdown(1))
        assertEquals("0:00", en.countdown(0))
        assertEquals("0:00", en.countdown(-5_000))
    }
}
