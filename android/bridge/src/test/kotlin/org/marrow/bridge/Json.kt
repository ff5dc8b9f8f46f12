package org.marrow.bridge

import java.math.BigDecimal

/** Reads JSON, for test data: maps, lists, strings, exact numbers, booleans and nulls. The JDK brings no reader. */
class Json private constructor(private val text: String) {
    private var at = 0

    private fun value(): Any? = when (val first = peek()) {
        '{' -> LinkedHashMap<String, Any?>().also { all ->
            each('}') {
                val key = string()
                expect(':')
                all[key] = value()
            }
        }
        '[' -> ArrayList<Any?>().also { all -> each(']') { all += value() } }
        '"' -> string()
        't' -> word("true", true)
        'f' -> word("false", false)
        'n' -> word("null", null)
        else -> if (first == '-' || first.isDigit()) number() else fail()
    }

    private fun each(end: Char, item: () -> Unit) {
        at++
        if (peek() == end) return Unit.also { at++ }
        do {
            item()
            val next = peek().also { at++ }
            if (next != ',' && next != end) fail()
        } while (next != end)
    }

    private fun string(): String = buildString {
        expect('"')
        while (text[at] != '"') {
            val c = text[at++]
            append(if (c == '\\') escaped() else c)
        }
        at++
    }

    private fun escaped(): Char = when (val c = text[at++]) {
        'n' -> '\n'
        't' -> '\t'
        'r' -> '\r'
        'b' -> '\b'
        'f' -> '\u000C'
        'u' -> text.substring(at, at + 4).toInt(16).toChar().also { at += 4 }
        '"', '\\', '/' -> c
        else -> fail()
    }

    private fun number(): BigDecimal {
        val from = at
        while (at < text.length && text[at] in "+-.0123456789eE") at++
        return BigDecimal(text.substring(from, at))
    }

    private fun <T> word(word: String, value: T): T = if (text.startsWith(word, at)) value.also { at += word.length } else fail()

    private fun peek(): Char {
        while (text[at].isWhitespace()) at++
        return text[at]
    }

    private fun expect(c: Char) = if (peek() == c) at++ else fail()

    private fun fail(): Nothing = error("not JSON at $at: ${text.drop(at).take(20)}")

    companion object {
        fun read(text: String): Any? = Json(text).run {
            value().also { check(text.drop(at).isBlank()) { "more after the end of the JSON" } }
        }
    }
}
