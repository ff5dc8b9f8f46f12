package org.marrow.app.core

import android.content.Context
import org.json.JSONArray
import org.json.JSONObject
import org.marrow.ffi.Actor
import org.marrow.ffi.Lang
import org.marrow.ui.flow.People

/** What this phone remembers of its people. No patient is in it; it opens with the first unlock. */
class Kept(private val context: Context) {
    private val kept get() = context.getSharedPreferences("people", Context.MODE_PRIVATE)

    /** The language that a person chose; none: the phone's own. */
    var lang: Lang?
        get() = kept.getString("lang", null)?.let { name -> Lang.entries.firstOrNull { it.name == name } }
        set(lang) = kept.edit().putString("lang", lang?.name).apply()

    var people: People
        get() = kept.getString("people", null)?.let(::people) ?: People()
        set(people) = kept.edit().putString("people", json(people).toString()).apply()

    /** Android was asked once whether the app may notify; it asks a person only so often. */
    var askedToNotify: Boolean
        get() = kept.getBoolean("asked to notify", false)
        set(asked) = kept.edit().putBoolean("asked to notify", asked).apply()

    private fun json(people: People) = JSONObject()
        .put("actor", people.actor?.let(::json))
        .put("known", JSONArray(people.known.map(::json)))

    private fun json(actor: Actor) = JSONObject().put("name", actor.name).put("role", actor.role).put("unit", actor.unit)

    private fun people(text: String): People = with(JSONObject(text)) {
        val known = getJSONArray("known")
        People(
            actor = optJSONObject("actor")?.let(::actor),
            known = List(known.length()) { actor(known.getJSONObject(it)) },
        )
    }

    private fun actor(json: JSONObject) = Actor(json.getString("name"), json.getString("role"), json.getString("unit"))
}
