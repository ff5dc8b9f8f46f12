package org.marrow.app.screen

import android.net.Uri
import java.util.UUID
import org.marrow.ffi.EntryKind
import org.marrow.ui.nav.Place

/** `marrow://…`: where a reminder leads. A link names a case by its random id, and nothing of a patient. */
object Links {
    /** The board where the link is none of ours. */
    fun place(link: Uri?): Place {
        val case = link?.takeIf { it.scheme == "marrow" && it.authority == "case" }?.lastPathSegment?.let(::uuid)
        return case?.let(Place::Case) ?: Place.Board
    }
}

/** Places as text, for Android to keep while the process is gone. A form is kept without its answers: they are about a patient. */
internal object PlaceText {
    fun of(places: List<Place>): ArrayList<String> = ArrayList(places.mapNotNull(::text))

    fun read(texts: List<String>): List<Place> = texts.mapNotNull(::place)

    private fun text(place: Place): String? = when (place) {
        Place.Board -> "board"
        Place.Reminders -> "reminders"
        is Place.Reference -> "reference"
        Place.Policy -> "policy"
        is Place.Settings -> "settings"
        is Place.Case -> "case/${place.case}"
        is Place.NewIo -> place.case.let { if (it == null) "new-io" else "new-io/$it" }
        is Place.Removal -> "removal/${place.case}"
        is Place.Flag -> listOfNotNull("flag", place.case, place.rule, place.step).joinToString("/")
        is Place.Record -> "record/${place.case}"
        is Place.Sheet -> "sheet/${place.case}"
        // One that began with answers leads back to where it was opened from.
        is Place.Form -> "form/${place.case}/${place.kind}".takeIf { place.given.isEmpty() && place.amends == null }
    }

    private fun place(text: String): Place? {
        val parts = text.split('/')
        val case = parts.getOrNull(1)?.let(::uuid)
        return when (parts.first()) {
            "board" -> Place.Board
            "reminders" -> Place.Reminders
            "reference" -> Place.Reference()
            "policy" -> Place.Policy
            "settings" -> Place.Settings()
            "new-io" -> Place.NewIo(case)
            "case" -> case?.let(Place::Case)
            "removal" -> case?.let(Place::Removal)
            "record" -> case?.let(Place::Record)
            "sheet" -> case?.let(Place::Sheet)
            "flag" -> case?.let { Place.Flag(it, parts.getOrElse(2) { "" }, parts.getOrNull(3)) }
            "form" -> case?.let { EntryKind.entries.firstOrNull { kind -> kind.name == parts.getOrNull(2) }?.let { kind -> Place.Form(case, kind) } }
            else -> null
        }
    }
}

private fun uuid(text: String): UUID? = try {
    UUID.fromString(text)
} catch (_: IllegalArgumentException) {
    null
}
