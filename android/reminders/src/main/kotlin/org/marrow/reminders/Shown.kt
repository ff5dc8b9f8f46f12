package org.marrow.reminders

import android.content.Context
import android.content.SharedPreferences
import java.util.UUID
import org.json.JSONArray
import org.json.JSONObject
import org.marrow.ffi.ReminderMember

/**
 * What each notification on the screen is for: the case and the step that its buttons act on. It names steps, so that
 * it lies in storage that opens with the first unlock, and in no notification.
 */
class Shown(private val context: Context) {
    private val kept: SharedPreferences
        get() = context.getSharedPreferences("shown", Context.MODE_PRIVATE)

    data class Entry(val notice: Notice, val members: List<ReminderMember>)

    /** What stood under that slot before is replaced. */
    fun put(entry: Entry) {
        val edit = kept.edit()
        all().filter { it.notice.slot == entry.notice.slot }.forEach { edit.remove(it.notice.id) }
        val members = entry.members.map {
            JSONObject().put("case", it.case.toString()).put("step", it.step)
                .put("due", it.dueAtMs).put("rung", it.rung)
        }
        val json = JSONObject().put("notice", entry.notice.json()).put("members", JSONArray(members))
        edit.putString(entry.notice.id, json.toString()).apply()
    }

    operator fun get(id: String): Entry? = kept.getString(id, null)?.let { entry(JSONObject(it)) }

    fun all(): List<Entry> = kept.all.values.map { entry(JSONObject(it as String)) }

    fun remove(id: String) = kept.edit().remove(id).apply()

    private fun entry(json: JSONObject): Entry {
        val members = json.getJSONArray("members")
        return Entry(
            notice = Notice.of(json.getJSONObject("notice")),
            members = List(members.length()) { member(members.getJSONObject(it)) },
        )
    }

    private fun member(json: JSONObject) = ReminderMember(
        case = UUID.fromString(json.getString("case")),
        step = json.getString("step"),
        dueAtMs = json.getLong("due"),
        rung = json.getInt("rung"),
    )
}
