package org.marrow.ui.flow

import javax.swing.SwingUtilities
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.marrow.ffi.Bleeding
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ffi.MarrowException
import org.marrow.ffi.PolicyChange
import org.marrow.ui.nav.Place
import org.marrow.words.Words

/** What the phone is set to: the hospital's policy, the language. */
class PhoneTest {
    @Test
    fun `a policy is brought in, one that is none is refused, and the first stays`() = Shift.each {
        hands.tap(words.boardMenu)
        hands.tap(words.policyTitle)
        hands.see(words.policyNone)
        host.policy = POLICY
        hands.tap(words.policyBringIn)
        hands.see(words.policyOver("hospital-x", "2"))
        hands.see(words.policyChanged)
        host.policy = "no policy"
        hands.tap(words.policyBringIn)
        hands.see(refusal(host.policy.orEmpty()))
        hands.see(words.policyOver("hospital-x", "2"))
        hands.tap(words.policyRemove)
        hands.see(words.policyNone)
    }

    @Test
    fun `the language changes midway and nothing of the other one is left`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        val other = if (ward.lang == Lang.ES) Lang.EN else Lang.ES
        val task = case.tasks.first().title
        hands.tap(words.commonBack)
        hands.tap(words.boardMenu)
        hands.tap(words.settingsTitle)
        hands.tap("${words.settingsLanguage}: ${if (other == Lang.ES) "Español" else "English"}")
        hands.see(Words(other).settingsTitle)
        hands.tap(Words(other).commonBack)
        hands.see(Words(other).boardTitle)
        hands.doNotSee(Words(ward.lang).boardNewIo)
        open(stories.bed(9))
        hands.doNotSee(task)
        hands.see(case.tasks.first().title)
        hands.tap(Words(other).caseCheck)
        hands.see(title(EntryKind.CHECK))
        assertEquals(other, flow.client.lang)
    }

    @Test
    fun `the settings tell what Marrow is for and what is inside`() = Shift.each {
        put(Place.Settings())
        listOf(words.aboutIntendedUse, words.aboutNotAMonitor, words.aboutNoNetwork).forEach(hands::see)
        hands.doNotSee("ZETETIC")
        hands.tap(words.settingsNotices)
        hands.see("ZETETIC")
    }

    @Test
    fun `the next nurse says in two taps and her name that she records now`() = Shift.each {
        hands.tapPart(words.boardRecordsAs("S. Okafor"))
        hands.type(words.settingsName, "Ana G.")
        hands.tap(words.settingsRecordAs)
        here<Place.Board>()
        hands.see(words.boardRecordsAs("Ana G."))
        assertEquals(listOf("Ana G."), host.people.known.map { it.name }.take(1))
    }

    @Test
    fun `nobody records without a name`() = Shift.each {
        hands.tapPart(words.boardRecordsAs("S. Okafor"))
        hands.see(words.settingsName)
        hands.doNotSee(words.settingsRecordAs)
        hands.type(words.settingsName, "  ")
        hands.doNotSee(words.settingsRecordAs)
        hands.type(words.settingsName, "Ana G.")
        hands.see(words.settingsRecordAs)
        hands.type(words.settingsName, "")
        hands.doNotSee(words.settingsRecordAs)
        assertEquals("S. Okafor", host.people.actor?.name)
    }

    @Test
    fun `the language of the phone changes while a form is open, and its answers stay`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        hands.tap(words.caseCheck)
        hands.say("bleeding", Bleeding.NONE)
        val question = label(EntryKind.CHECK, "bleeding")
        assertTrue(hands.chosen().single().startsWith(noBleeding()), "${hands.chosen()}")
        SwingUtilities.invokeAndWait { flow.speak(if (ward.lang == Lang.ES) Lang.EN else Lang.ES) }
        hands.doNotSee(question)
        hands.see(words.formCount("1", "7"))
        assertTrue(hands.chosen().single().startsWith(noBleeding()), "${hands.chosen()}")
    }

    private fun Shift.noBleeding() = "${label(EntryKind.CHECK, "bleeding")}: ${word(EntryKind.CHECK, "bleeding", Bleeding.NONE)}"

    private fun Shift.refusal(policy: String): String =
        assertThrows<MarrowException.Policy> { ward.ask { policy(PolicyChange.Set(policy)) } }.text

    private companion object {
        const val POLICY = """{"id":"hospital-x","version":2,"author":"Comisión","effective":"2026-01-01","reason":"propio",
            "protocol":"io-aftercare","parameters":{"disinfect.every":360,"site-check.every":90}}"""
    }
}
