package org.marrow.ui.pictures

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.foundation.layout.Box
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.runDesktopComposeUiTest
import java.io.File
import javax.imageio.ImageIO
import org.junit.jupiter.api.Test
import org.marrow.ffi.Lang
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto

@OptIn(ExperimentalTestApi::class)
class PicturesTest {
    @Test
    fun `every screen on every phone`() {
        val phones = if (System.getProperty("marrow.pictures.full").toBoolean()) Phone.all else Phone.some
        val only = System.getProperty("marrow.pictures.only")
        for (lang in Lang.entries) for (scene in Scenes(lang).all()) {
            if (only != null && !Regex(only).containsMatchIn(scene.name)) continue
            phones.filter { it.lang == lang }.forEach { phone -> take(scene, phone) }
        }
    }

    private fun take(scene: Scene, phone: Phone) {
        val scale = 2
        runDesktopComposeUiTest(phone.width * scale, phone.height * scale) {
            setContent {
                CompositionLocalProvider(LocalDensity provides TextGrown(scale.toFloat(), phone.text)) {
                    MarrowTheme(phone.dark, Roboto) { scene.content() }
                }
            }
            val folder = File(System.getProperty("marrow.pictures")).apply { mkdirs() }
            ImageIO.write(onRoot().captureToImage().toAwtImage(), "png", File(folder, "${scene.name}-$phone.png"))
        }
    }
}
