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
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto

/**
 * Every screen in every state: the picture is taken first, then what is wrong with it is thrown, so that there is a
 * picture of every fault. `-Dmarrow.pictures.full=true` takes it on every phone, and of every kind of form;
 * `-Dmarrow.pictures.only=case` some, `-Dmarrow.pictures.phones=es-dark` on some.
 */
@OptIn(ExperimentalTestApi::class)
class PicturesTest {
    private val folder = File(System.getProperty("marrow.pictures")).apply { mkdirs() }

    @Test
    fun `every screen on every phone`() {
        val full = System.getProperty("marrow.pictures.full").toBoolean()
        val named = System.getProperty("marrow.pictures.only").orEmpty()
        val only = named.toRegex()
        val taken = System.getProperty("marrow.pictures.phones").orEmpty().toRegex()
        val phones = (if (full) Phone.all else Phone.some).filter { taken.containsMatchIn("$it") }
        val problems = Tongue.entries.flatMap { tongue ->
            val doubled = if (tongue == Tongue.DOUBLED) Doubled() else null
            Scenes(tongue.lang, doubled).all().filter { only.containsMatchIn(it.name) && (full || named.isNotEmpty() || !it.whole) }.flatMap { scene ->
                phones.filter { it.tongue == tongue }.flatMap { phone -> take(scene, phone).map { "${scene.name}-$phone: $it" } }
            }
        }
        assertEquals("", problems.joinToString("\n"))
    }

    private fun take(scene: Scene, phone: Phone): List<String> {
        var problems = emptyList<String>()
        runDesktopComposeUiTest(phone.width * SCALE, (if (scene.whole) HIGH else phone.height) * SCALE) {
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

        /** As high as the longest form in the largest letters. */
        const val HIGH = 6_000
    }
}
