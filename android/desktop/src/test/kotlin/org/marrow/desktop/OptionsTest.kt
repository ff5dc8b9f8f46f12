package org.marrow.desktop

import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.marrow.ffi.Lang

class OptionsTest {
    private fun of(line: String) = Options.of(line.split(' ').filter(String::isNotEmpty))

    @Test
    fun `what is typed is what is done`() {
        assertEquals(Options(demo = true, speed = 60, lang = Lang.ES), of("--demo --clock-speed 60 --lang es"))
        assertEquals(Options(lang = Lang.EN, dark = true, store = Path.of("x")), of("--store x --lang EN --dark"))
    }

    @Test
    fun `what cannot be read is not guessed`() {
        for (line in listOf("--clock-speed", "--clock-speed 0", "--clock-speed fast", "--lang fr", "--store", "demo")) assertNull(of(line), line)
    }
}
