@file:Suppress("DEPRECATION")

package org.marrow.reminders

import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.ffi.Channel
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.Form
import org.marrow.reminders.WardPhone.Companion.MINUTE
import org.robolectric.Shadows.shadowOf

class HoldsThePlanTest : OnAWard() {
    @Test
    fun `Android holds exactly the plan, and each critical reminder has a twin`() {
        core.compressing()
        phone.reconcile()
        assertTrue(phone.twins.isNotEmpty())
        phone.assertHoldsThePlan()
    }

    @Test
    fun `what is recorded changes what is held, and nothing old is left`() {
        core.record(WardCore.opening, WardCore.insertion)
        phone.reconcile()
        val before = phone.wakes.keys
        phone.nowMs += 20 * MINUTE
        core.record(Form.Disinfect(DisinfectForm()))
        phone.reconcile()
        assertTrue((before - phone.wakes.keys).isNotEmpty())
        phone.assertHoldsThePlan()
        assertEquals(phone.wakes.keys, Mirror(phone).all().map { it.id }.toSet())
    }

    @Test
    fun `a pass that changes nothing asks Android for nothing`() {
        core.compressing()
        phone.reconcile()
        val before = phone.held.map { System.identityHashCode(it) }
        phone.reconcile()
        assertEquals(before, phone.held.map { System.identityHashCode(it) })
    }

    @Test
    fun `due and critical ring as an alarm clock does, and the rest at its time too`() {
        core.compressing()
        phone.reconcile()
        val channels = phone.plan.reminders.associate { it.id to it.channel }
        for ((id, wake) in phone.wakes) {
            val loud = channels[id] == Channel.DUE || channels[id] == Channel.CRITICAL
            assertEquals("${channels[id]}", loud, wake.alarmClockInfo != null)
            assertTrue(wake.isAllowWhileIdle || loud)
        }
        assertTrue(phone.twins.values.all { it.alarmClockInfo == null && it.isAllowWhileIdle })
    }

    @Test
    fun `each wake-up is one address, to this app's own receiver, and nobody can change it`() {
        core.compressing()
        phone.reconcile()
        val addresses = phone.held.map { alarm ->
            val pending = shadowOf(alarm.operation)
            assertTrue(pending.isImmutable)
            assertEquals(ReminderReceiver::class.java.name, pending.savedIntent.component?.className)
            assertNull(pending.savedIntent.extras)
            pending.savedIntent.action to pending.savedIntent.dataString
        }
        assertEquals(addresses.size, addresses.toSet().size)
        assertTrue(addresses.all { (_, address) -> address!!.startsWith("marrow://reminder/v1") })
    }

    @Test
    fun `a whole ward under compression stays below what Android allows an app`() {
        for (n in 0L until 12) {
            core.compressing(case = UUID(5, n))
            phone.nowMs += 6 * MINUTE
        }
        phone.reconcile()
        assertEquals(AndroidReminderPort.MAX_PENDING.toInt(), phone.wakes.size)
        assertTrue("were all of them critical", 2 * phone.wakes.size < 500)
        assertTrue("${phone.held.size}", phone.held.size in 400..500)
        assertTrue(phone.reminders.health().refused.isEmpty())
        phone.assertHoldsThePlan()
    }

    @Test
    fun `every channel that a plan names is one that was made`() {
        core.compressing()
        phone.reconcile()
        val made = phone.notices.channels().keys
        assertEquals(setOf("critical_v1", "due_v1", "soon_v1", "running_v1", "system_v1"), made)
        val plan = phone.plan
        assertTrue(made.containsAll(plan.reminders.map { it.channelId } + plan.running.map { it.channelId }))
        assertNotNull(plan.running.single())
    }

    @Test
    fun `what a kill lost, of the ledger or of the wake-ups, is found out and held again`() {
        core.compressing()
        phone.reconcile()
        val (first, second, third) = phone.wakes.keys.sorted()
        // Armed, and killed before the ledger was on the disk.
        Mirror(phone).remove(first)
        // In the ledger, and killed before it was armed, or dropped by the system.
        for (twin in listOf(false, true)) PhoneAlarms(phone).cancel(Wake(second, twin))
        // Let go of, and killed before the ledger knew.
        AndroidReminderPort(phone.alarms, Mirror(phone)) { Epoch.of(phone) }.cancel(third)
        phone.reconcile()
        phone.assertHoldsThePlan()
        assertEquals(phone.wakes.keys, Mirror(phone).all().map { it.id }.toSet())
    }

    @Test
    fun `what another version wrote into the ledger and cannot be read is no reason to stop`() {
        core.compressing()
        phone.createDeviceProtectedStorageContext().getSharedPreferences("reminders", 0).edit()
            .putString("armed v2:x", "{\"id\":\"v2:x\"}").putString("timer v2:y", "{}").commit()
        phone.reconcile()
        phone.assertHoldsThePlan()
        assertEquals(emptySet<Failing>(), phone.reminders.health().failing)
    }
}
