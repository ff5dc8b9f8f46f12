package org.marrow.reminders

import org.json.JSONObject
import org.marrow.ffi.Category
import org.marrow.ffi.Channel
import org.marrow.ffi.Reminder
import org.marrow.ffi.RunningTimer

/**
 * What a person sees of a reminder or of a running timer. Counts, times and random ids only, no health data: it may lie
 * where a phone that nobody has unlocked can read it.
 */
data class Notice(
    val id: String,
    /** What it stands for on the screen; a later one replaces it. */
    val slot: String,
    val channel: Channel,
    val channelId: String,
    val title: String,
    val body: String,
    val thread: String,
    val category: Category,
    val link: String,
    /** Since when it is due; of a timer, when it ends. Unix ms. */
    val atMs: Long,
) {
    fun json() = JSONObject()
        .put("id", id).put("slot", slot).put("channel", channel.name).put("channelId", channelId)
        .put("title", title).put("body", body).put("thread", thread).put("category", category.name)
        .put("link", link).put("atMs", atMs)

    companion object {
        fun of(json: JSONObject) = Notice(
            id = json.getString("id"),
            slot = json.getString("slot"),
            channel = Channel.valueOf(json.getString("channel")),
            channelId = json.getString("channelId"),
            title = json.getString("title"),
            body = json.getString("body"),
            thread = json.getString("thread"),
            category = Category.valueOf(json.getString("category")),
            link = json.getString("link"),
            atMs = json.getLong("atMs"),
        )

        fun of(reminder: Reminder, atMs: Long = reminder.fireAtMs) = with(reminder) {
            Notice(id, slot, channel, channelId, title, body, thread, category, link, atMs)
        }

        /** A timer offers nothing but to open the app. */
        fun of(timer: RunningTimer) = with(timer) {
            Notice(id, id, channel, channelId, title, body, thread, Category.OPEN, link, endsAtMs)
        }
    }
}
