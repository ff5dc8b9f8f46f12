package org.marrow.bridge

import java.lang.reflect.Field
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.math.BigDecimal
import java.util.UUID
import org.marrow.ffi.AgeBand
import org.marrow.ffi.Day
import org.marrow.ffi.DressingForm
import org.marrow.ffi.Form
import org.marrow.ffi.Pain

/**
 * Makes the generated forms of the JSON that vectors and scenarios are written in, by reflection: a new kind or field
 * needs nothing here. What it does not know fails.
 */
object FormOf {
    /** The form classes of [Form], by the kind's word. */
    private val forms: Map<String, Class<*>> =
        Form::class.java.permittedSubclasses.associateBy { kebab(it.simpleName) }

    val kinds: Set<String> get() = forms.keys

    /** The names of a kind's fields, as in the JSON. */
    fun fields(kind: String): Set<String> = record(kind).fieldsInOrder().map(::nameOf).toSet()

    fun json(kind: String, fields: Map<String, Any?>): Form {
        val record = record(kind)
        val known = record.fieldsInOrder()
        val unknown = fields.keys - known.map(::nameOf).toSet()
        require(unknown.isEmpty()) { "$kind has no field $unknown" }
        val values = known.map { field -> fields[nameOf(field)]?.let { of(it, field.genericType, field.name) } }
        // That of all fields; where one of them is unsigned, Kotlin hides it.
        val form = record.declaredConstructors.single { it.parameterCount == known.size }.run {
            isAccessible = true
            newInstance(*values.toTypedArray())
        }
        return forms.getValue(kind).declaredConstructors.single { it.parameterCount == 1 }.newInstance(form) as Form
    }

    private fun record(kind: String): Class<*> {
        val form = requireNotNull(forms[kind]) { "no form is known for the kind $kind" }
        return form.fieldsInOrder().single().type
    }

    private fun Class<*>.fieldsInOrder(): List<Field> =
        declaredFields.filter { !it.isSynthetic && it.modifiers and java.lang.reflect.Modifier.STATIC == 0 }

    private fun of(json: Any, type: Type, name: String): Any = when {
        type is ParameterizedType && type.rawType == List::class.java -> {
            val item = type.actualTypeArguments.single().let { (it as? java.lang.reflect.WildcardType)?.upperBounds?.single() ?: it }
            (json as List<*>).map { of(it!!, item, name) }
        }
        type == Pain::class.java -> if (json is BigDecimal) score(json) else Pain.NotAssessable.also { require(json == "not-assessable") }
        type == BigDecimal::class.java -> json as BigDecimal
        type == UInt::class.java -> (json as BigDecimal).intValueExact().toUInt()
        type == java.lang.Boolean::class.java -> json as Boolean
        type == String::class.java -> json as String
        type == UUID::class.java -> UUID.fromString(json as String)
        type == Day::class.java -> (json as String).split('-').map(String::toInt).let { (y, m, d) -> Day(y, m.toUInt(), d.toUInt()) }
        type is Class<*> && type.isEnum -> word(json as String, type)
        else -> error("no way is known to make $name, a $type, from JSON")
    }

    private fun score(json: BigDecimal) = Pain.Score(json.intValueExact().toUByte())

    /** A word of the record as the enum's constant. */
    fun <T> word(word: String, type: Class<T>): T {
        val name = if (type == AgeBand::class.java) ageBand(word) else word.uppercase().replace(Regex("[^A-Z0-9]+"), "_")
        return requireNotNull(type.enumConstants.find { (it as Enum<*>).name == name }) { "${type.simpleName} has no $word" }
    }

    /** The only words that are not spelt as their constants. */
    private fun ageBand(word: String) = when (word) {
        "under-12" -> AgeBand.UNDER12
        "12-or-over" -> AgeBand.OVER12
        else -> error("no age band $word")
    }.name

    private fun kebab(name: String) = name.replace(Regex("(?<=.)([A-Z])"), "-$1").lowercase()

    /** As in the JSON; `type` is no word for a field in Rust. */
    private fun nameOf(field: Field) = if (field.declaringClass == DressingForm::class.java) "type" else snake(field.name)

    private fun snake(name: String) = name.replace(Regex("[A-Z]"), "_$0").lowercase()
}
