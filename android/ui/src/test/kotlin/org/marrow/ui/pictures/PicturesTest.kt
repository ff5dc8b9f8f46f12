package org.marrow.ui.pictures

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.unit.Density
import java.io.File
import javax.imageio.ImageIO
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.marrow.ffi.Lang
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto

/**
 * Every screen in every state: the picture is taken first, then what is wrong with it is thrown, so that there is a
 * picture of every fault. `-Dmarrow.pictures.full=true` takes it on every phone, `-Dmarrow.pictures.only=case` some.
 */
@OptIn(ExperimentalTestApi::class)
class PicturesTest {
    private val folder = File(System.getProperty("marrow.pictures")).apply { mkdirs() }

    @Test
    fun `every screen on every phone`() {
        val phones = if (System.getProperty("marrow.pictures.full").toBoolean()) Phone.all else Phone.some
        val only = System.getProperty("marrow.pictures.only").orEmpty().toRegex()
        val problems = Lang.entries.flatMap { lang ->
            Scenes(lang).all().filter { only.containsMatchIn(it.name) }.flatMap { scene ->
                phones.filter { it.lang == lang }.flatMap { phone -> take(scene, phone).map { "${scene.name}-$phone: $it" } }
            }
        }
        assertEquals("", problems.joinToString("\n"))
    }

    private fun take(scene: Scene, phone: Phone): List<String> {
        var problems = emptyList<String>()
        runDesktopComposeUiTest(phone.width * SCALE, phone.height * SCALE) {
            setContent {
                CompositionLocalProvider(LocalDensity provides Density(SCALE.toFloat(), phone.text)) {
                    MarrowTheme(phone.dark, Roboto) { scene.content() }
                }
            }
            val image = onRoot().captureToImage().toAwtImage()
            ImageIO.write(image, "png", File(folder, "${scene.name}-$phone.png"))
            problems = Checks(onRoot(useUnmergedTree = true).fetchSemanticsNode(), image, SCALE.toFloat()).problems()
        }
        return problems
    }

    private companion object {
        const val SCALE = 2
    }
}
