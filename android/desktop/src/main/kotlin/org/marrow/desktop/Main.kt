package org.marrow.desktop

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import java.nio.file.Files
import kotlin.system.exitProcess
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import org.marrow.ui.flow.Flow
import org.marrow.ui.flow.MarrowScreens
import org.marrow.ui.look.Look
import org.marrow.ui.look.MarrowTheme
import org.marrow.ui.look.Roboto
import org.marrow.ui.nav.Place

/** `run [--demo] [--clock-speed N] …`: Marrow in a window of a phone's size. */
fun main(arguments: Array<String>) {
    val options = Options.of(arguments.toList())
    if (options == null) {
        System.err.println(Options.USAGE)
        exitProcess(2)
    }
    val clock = ShiftClock(options.speed)
    val (client, host) = runBlocking {
        val folder = if (options.demo) Files.createTempDirectory("marrow-demo") else options.store
        val client = openStore(folder, clock, options.lang)
        val who = if (options.demo) playDemo(client, clock, options.lang) else null
        client to DesktopHost(client, clock, Tray(clock), who)
    }
    application {
        val size = rememberWindowState(size = DpSize(411.dp, 891.dp + STRIP))
        val scope = rememberCoroutineScope()
        val flow = remember { Flow(client, host, scope).apply { begin() } }
        val back = { pressed: androidx.compose.ui.input.key.KeyEvent ->
            (pressed.key == Key.Escape && pressed.type == KeyEventType.KeyDown).also { if (it) flow.back() }
        }
        Window(::exitApplication, size, title = "Marrow", onKeyEvent = back) {
            MarrowTheme(options.dark, Roboto) { Desk(flow, host.tray) }
        }
        LaunchedEffect(Unit) {
            while (true) {
                flow.act { if (host.tray.fire(client)) flow.reconcile() }
                delay(TICK_MS)
            }
        }
    }
    client.close()
}

@Composable
private fun Desk(flow: Flow, tray: Tray) {
    TrayOver(tray, flow.times, { flow.go(Place.Case(it)) }) {
        MarrowScreens(flow) {
            Text(flow.times.words.sheetInBrowser, Modifier.padding(16.dp), style = Look.type.body)
        }
    }
}

private const val TICK_MS = 250L
