package org.marrow.ui.pictures

import java.lang.reflect.Modifier
import java.util.Collections
import java.util.IdentityHashMap
import org.marrow.ffi.Lang
import org.marrow.words.Words

/**
 * A language in which every text is twice as long, and breaks where texts break: each word of four letters or more is
 * said twice. Values, units and names of devices stay as they are. What the core says is doubled in what it has handed out.
 */
class Doubled {
    private val done: MutableSet<Any> = Collections.newSetFromMap(IdentityHashMap())

    val words = Words(Lang.EN, ::twice)

    /** Doubles the texts of a view of the core, in place and once. */
    fun view(view: Any?) {
        when (view) {
            is Iterable<*> -> view.forEach(::view)
            null -> Unit
            else -> if (ours(view.javaClass) && done.add(view)) fields(view.javaClass).forEach { field ->
                val value = field.get(view)
                if (field.name in TEXTS) field.set(view, longer(value)) else view(value)
            }
        }
    }

    private fun longer(value: Any?): Any? = when (value) {
        is String -> twice(value)
        is List<*> -> value.map(::longer)
        else -> value.also(::view)
    }

    /** Of the core's types, but not what a person typed. */
    private fun ours(type: Class<*>) =
        type.packageName == "org.marrow.ffi" && !type.isEnum && !type.simpleName.endsWith("Form")

    private fun fields(type: Class<*>) = generateSequence(type) { it.superclass }.takeWhile(::ours)
        .flatMap { it.declaredFields.asSequence() }.filterNot { Modifier.isStatic(it.modifiers) }.onEach { it.isAccessible = true }

    companion object {
        private val LONG = Regex("\\p{L}{4,}")

        /** Where the core's views hold what is said on a screen. */
        private val TEXTS = setOf(
            "title", "label", "text", "statusText", "severityText", "action", "clearsWhen", "phaseText", "place", "side", "otherSide",
            "last", "otherLast", "source", "strictest", "topic", "atHand", "notAssessable",
        )

        fun twice(text: String) = LONG.replace(text) { "${it.value} ${it.value}" }
    }
}
