package org.marrow.ui.flow

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.marrow.ffi.Bleeding
import org.marrow.ffi.CasePhase
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Form
import org.marrow.ffi.RemoveForm
import org.marrow.ffi.VenousKind
import org.marrow.ui.nav.Place

/** From the vein to the signature: the needle comes out, and what follows is watched. */
class RemovalTest {
    @Test
    fun `a vein was got, the needle is taken out, watched and signed off`() = Shift.each {
        before(stories.removable())
        open(stories.bed(9))
        gotVein()
        hands.tap("${words.caseOpen}, ${checkNotNull(task("remove-after-access")).title}")
        takeOut()
        press()
        observe()
        signOff()
        val sheet = host.printed.single().text
        for (kind in listOf(EntryKind.VENOUS_ACCESS, EntryKind.REMOVE)) assertTrue(title(kind) in sheet, title(kind))
    }

    private fun Shift.takeOut() {
        here<Place.Removal>()
        hands.type(label(EntryKind.REMOVAL_ANTISEPTIC, "agent"), "clorhexidina 2 %")
        hands.tap(words.removalAntisepticDone)
        hands.see(words.removalStep("2", words.removalOut))
        assertEquals(emptyList<String>(), hands.chosen())
        hands.tap("${label(EntryKind.REMOVE, "resistance")}: ${words.commonNo}")
        hands.tap("${label(EntryKind.REMOVE, "tip_intact")}: ${words.commonYes}")
        val said = hands.chosen()
        assertEquals(2, said.size, "$said")
        device()
        assertEquals(said, hands.chosen())
        hands.tap("${label(EntryKind.REMOVE, "bleeding")}: ${word(EntryKind.REMOVE, "bleeding", Bleeding.OOZING)}")
        hands.tap(words.removalTwoTaps)
        hands.see(words.removalIsItOut)
        hands.tap(words.removalYesOut)
        assertEquals(CasePhase.REMOVED, case.header.phase)
        val out = (newest(EntryKind.REMOVE)?.form as Form.Remove).form
        assertEquals(RemoveForm(resistance = false, tipIntact = true, bleeding = Bleeding.OOZING), out)
    }

    /** The card of the device that is in, and back to where one was. */
    private fun Shift.device() {
        hands.tapPart(checkNotNull(case.header.device))
        val card = checkNotNull(flow.catalogue).cards.first { it.id == here<Place.Reference>().card }
        assertEquals("manual", card.id)
        hands.see(card.lines.last().text)
        hands.tap(words.commonBack)
        hands.see(words.removalStep("2", words.removalOut))
    }

    private fun Shift.press() {
        hands.see(words.removalStep("3", words.removalCompression))
        hands.tap(words.removalPress)
        hands.see(words.removalKeepsRunning)
        assertEquals(Touch.RECORDED, host.felt.last())
        at(4, second = 50)
        hands.until("minutes are felt") { host.felt.last() == Touch.MINUTE }
        hands.see(words.removalStep("3", words.removalCompression))
        at(5, second = 1)
        hands.until("the end is felt") { host.felt.last() == Touch.OVER }
        hands.see(words.removalHasStopped)
        hands.tap(words.commonYes)
        hands.see(words.removalWatch)
        hands.tap(words.removalBackToCase)
        here<Place.Case>()
    }

    private fun Shift.observe() {
        for (minute in listOf(20L, 35, 65, 125, 185, 245)) {
            at(minute)
            hands.see(checkNotNull(task("post-removal-check")).title)
            meanwhile(stories.checks(case.header.case, minute, of = stories.dry.copy(firm = null)))
        }
        at(250)
    }

    private fun Shift.signOff() {
        hands.tap("${words.caseOpen}, ${checkNotNull(task("sign-off")).title}")
        hands.say("advice_given", true)
        hands.tap(words.formSave)
        here<Place.Case>()
        assertEquals(CasePhase.CLOSED, case.header.phase)
        hands.tap(words.caseSheet)
        hands.see(title(EntryKind.REMOVE))
        hands.tap(words.sheetPrint)
    }
}

/** A vein is on record, by way of the list of all that can be. */
internal fun Shift.gotVein() {
    hands.tap(words.caseActions)
    hands.tap(title(EntryKind.VENOUS_ACCESS))
    hands.say("kind", VenousKind.PERIPHERAL)
    hands.tap(words.formSave)
    here<Place.Case>()
}
