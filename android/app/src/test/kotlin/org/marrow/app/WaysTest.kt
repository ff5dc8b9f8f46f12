package org.marrow.app

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import java.util.UUID
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.marrow.app.screen.Links
import org.marrow.app.screen.PlaceText
import org.marrow.ffi.EntryKind
import org.marrow.ffi.Lang
import org.marrow.ui.nav.Place
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment

/** Links, process death, the store opened anew: where a person is then. */
class WaysTest : OnAPhone() {
    private val case = UUID(4, 4)
    private fun link(to: String) = Intent(Intent.ACTION_VIEW, Uri.parse(to)).setPackage(phone.packageName)

    @Test
    fun `a link opens its case, on a start and in a running app, with the board below`() {
        phone.admit("Ana Ruiz", case)
        val other = phone.admit("Bed 2")
        val controller = Robolectric.buildActivity(MainActivity::class.java, link("marrow://case/$case"))
        val activity = begun(opened(controller))
        phone.until("the case is there") { activity.session.places == listOf(Place.Board, Place.Case(case)) }
        phone.until("it is shown") { activity.session.flow!!.client.shown.value?.header?.case == case }
        controller.newIntent(link("marrow://case/$other"))
        phone.until("the other is shown") { activity.session.flow!!.client.shown.value?.header?.case == other }
        phone.until("it is the place where one is") { activity.session.places.last() == Place.Case(other) }
        controller.newIntent(link("marrow://board"))
        phone.until("the board is there") { activity.session.places.last() == Place.Board }
    }

    @Test
    fun `Android finds the app for a link, and a browser does not`() {
        val found = { intent: Intent -> phone.packageManager.queryIntentActivities(intent, 0).map { it.activityInfo.name } }
        assertEquals(listOf(MainActivity::class.java.name), found(link("marrow://case/$case")))
        assertFalse(MainActivity::class.java.name in found(Intent(Intent.ACTION_VIEW, Uri.parse("marrow://board")).addCategory(Intent.CATEGORY_BROWSABLE)))
    }

    @Test
    fun `a link to what is not here leads to the board`() {
        val activity = begun(opened(Robolectric.buildActivity(MainActivity::class.java, link("marrow://case/$case"))))
        phone.idle()
        assertEquals(listOf<Place>(Place.Board), activity.session.places)
        for (odd in listOf("marrow://case/x", "marrow://case", "https://case/$case", "marrow://elsewhere/$case")) {
            assertEquals(odd, Place.Board, Links.place(Uri.parse(odd)))
        }
    }

    @Test
    fun `the process is gone and comes back, and the person is where she was`() {
        phone.admit("Ana Ruiz", case)
        val controller = Robolectric.buildActivity(MainActivity::class.java, link("marrow://case/$case"))
        val activity = begun(opened(controller))
        phone.until("the case is there") { activity.session.places.size == 2 }
        activity.session.flow!!.go(Place.Sheet(case))
        val kept = Bundle()
        controller.pause().stop().saveInstanceState(kept).destroy()
        assertFalse("nothing of a patient is kept with Android", "Ana" in kept.toString())
        val again = Robolectric.buildActivity(MainActivity::class.java, link("marrow://case/$case"))
        val back = again.create(kept).start().resume().get()
        phone.until("the sheet is there") { back.session.places == listOf(Place.Board, Place.Case(case), Place.Sheet(case)) }
        again.pause().stop().destroy()
    }

    @Test
    fun `every place comes back as it was, and a form without its answers`() {
        val places = listOf(
            Place.Board, Place.Case(case), Place.NewIo(), Place.NewIo(case), Place.Form(case, EntryKind.CHECK), Place.Removal(case),
            Place.Flag(case, "R5"), Place.Flag(case, "R14", "disinfect"), Place.Record(case), Place.Sheet(case), Place.Reminders, Place.Reference(), Place.Policy, Place.Settings(),
        )
        assertEquals(places, PlaceText.read(PlaceText.of(places)))
        assertEquals("each kind of place is tried", Place::class.java.permittedSubclasses?.size ?: 12, places.map { it.javaClass }.toSet().size)
        val begun = Place.Form(case, EntryKind.TELL, mapOf("rule" to "R5"))
        assertEquals(emptyList<Place>(), PlaceText.read(PlaceText.of(listOf(begun))))
        assertEquals(emptyList<Place>(), PlaceText.read(listOf("case/x", "form/$case/NONE", "later/$case", "")))
    }

    @Test
    fun `the store was opened anew, and the screens go on where they were`() {
        phone.admit("Ana Ruiz", case)
        val activity = begun(opened(Robolectric.buildActivity(MainActivity::class.java, link("marrow://case/$case"))))
        phone.until("the case is there") { activity.session.places.size == 2 }
        val before = activity.session.flow!!
        // As after an error in reading: it answers nothing any more.
        before.client.close()
        phone.broadcast(Intent.ACTION_TIME_CHANGED)
        phone.until("other screens are there") { activity.session.flow.let { it != null && it !== before } }
        phone.until("at the same place") { activity.session.places == listOf(Place.Board, Place.Case(case)) }
        assertTrue(phone.ask { info() }.entries > 0uL)
    }

    @Test
    fun `a language that was chosen stays, and one that was not follows the phone`() {
        val activity = start()
        assertEquals(Lang.EN, activity.session.words.lang)
        RuntimeEnvironment.setQualifiers("es")
        activity.onConfigurationChanged(phone.resources.configuration)
        phone.until("it speaks as the phone does") { activity.session.words.lang == Lang.ES }
        assertEquals(null, phone.kept.lang)
        activity.session.flow!!.speak(Lang.EN)
        phone.until("the choice is kept") { phone.kept.lang == Lang.EN }
        activity.onConfigurationChanged(phone.resources.configuration)
        phone.idle()
        assertEquals(Lang.EN, phone.client().lang)
    }
}
