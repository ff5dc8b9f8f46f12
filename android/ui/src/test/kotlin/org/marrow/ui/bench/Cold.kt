package org.marrow.ui.bench

import java.nio.file.Path
import java.util.UUID
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking
import org.marrow.bridge.MarrowClient
import org.marrow.ffi.Lang
import org.marrow.ffi.OpenOptions
import org.marrow.ui.ward.Ward

/** Opens a store as an app that was just started, and prints how long the first board took, from the first line on. */
fun main(arguments: Array<String>) {
    val from = System.nanoTime()
    val phone = Still
    runBlocking {
        val options = OpenOptions(path = Path.of(arguments.single()).toString(), fresh = UUID(9, 9))
        MarrowClient.open(ByteArray(32) { 1 }, ByteArray(32) { 2 }, options, phone, phone, Lang.ES).board.value
    }
    println((System.nanoTime() - from) / 1e6)
    exitProcess(0)
}

/** A phone whose clock stands at the ward's night. */
private object Still : org.marrow.bridge.ClockPort, org.marrow.bridge.MarkPort {
    override fun sample() = Ward.NIGHT.toInstant().toEpochMilli().let {
        org.marrow.ffi.ClockSample(it, 6_000_000_000, UUID(7, 7), Ward.NIGHT.zone.id, Ward.NIGHT.offset.totalSeconds, null)
    }

    override fun last(): ULong? = null

    override fun keep(mark: ULong) = Unit
}
