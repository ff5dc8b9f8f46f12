package org.marrow.ui.flow

import org.marrow.ffi.Actor
import org.marrow.ffi.Document
import org.marrow.ffi.Os
import org.marrow.ffi.PlatformCaps
import org.marrow.ui.reminders.Condition
import org.marrow.ui.reminders.Need
import org.marrow.ui.time.Clock
import org.marrow.ui.ward.Ward

/** A phone whose clock is the ward's, which has room for every reminder and holds none: what it was asked is counted. */
class FakeHost(private val ward: Ward) : Host {
    var reconciled = 0
        private set
    val printed = mutableListOf<Document>()
    val shared = mutableListOf<Document>()
    val handedOut = mutableListOf<String>()

    /** What the hand felt, in its order. */
    val felt = mutableListOf<Touch>()

    /** What a person will choose when she is asked for a policy. */
    var policy: String? = null
    override var people = People(actor = Actor("S. Okafor", "", ""))

    override fun clock() = Clock(ward.nowMs, ward.zone)

    override suspend fun reconcile(): Health {
        reconciled++
        return Health(Need.entries.map { Condition(it, true) }, ward.client.reminders(CAPS))
    }

    override fun fix(need: Need) = error("nothing is to be mended here")

    override suspend fun testReminder() = clock().nowMs

    override fun feel(touch: Touch) {
        felt += touch
    }

    override fun print(document: Document) {
        printed += document
    }

    override fun share(document: Document) {
        shared += document
    }

    override suspend fun choosePolicy() = policy

    override fun handOut(policy: String) {
        handedOut += policy
    }

    private companion object {
        val CAPS = PlatformCaps(
            os = Os.ANDROID, maxPending = 500u, exact = true, timeSensitive = false, critical = false, alarmKit = false, fullScreen = true,
        )
    }
}
