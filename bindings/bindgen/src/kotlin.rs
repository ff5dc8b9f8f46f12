//! The same for Kotlin.

use std::fmt::Write;

use heck::{ToLowerCamelCase, ToShoutySnakeCase};
use marrow::engine::text::Lang;

use crate::answers::{Forms, Held, Type};
use crate::words::{Part, Word};

const MADE: &str = "// Written by bindings/generate. Do not edit.\n\n";

/// Forms as answers by field, and back.
pub fn answers(forms: &Forms) -> String {
    let mut to = String::new();
    let mut from = String::new();
    for form in &forms.forms {
        let (kind, record) = (&form.kind, &form.record);
        let _ = writeln!(
            to,
            "    EntryKind.{} -> Form.{kind}({record}(",
            kind.to_shouty_snake_case()
        );
        let _ = writeln!(from, "    is Form.{kind} -> answersOf(");
        for field in &form.fields {
            let name = field.name.to_lower_camel_case();
            let key = &field.key;
            let (inward, outward) = match &field.held {
                Held::Whole => (
                    format!("(answers[\"{key}\"] as java.math.BigDecimal?)?.intValueExact()?.toUInt()"),
                    format!("form.`{name}`?.toInt()?.toBigDecimal()"),
                ),
                Held::As(of) => (
                    format!("answers[\"{key}\"] as {}?", named(of)),
                    format!("form.`{name}`"),
                ),
            };
            let _ = writeln!(to, "        `{name}` = {inward},");
            let _ = writeln!(from, "        \"{key}\" to {outward},");
        }
        to.push_str("    ))\n");
        from.push_str("    )\n");
    }
    let mut kinds = String::new();
    for form in &forms.forms {
        let _ = writeln!(
            kinds,
            "        is Form.{} -> EntryKind.{}",
            form.kind,
            form.kind.to_shouty_snake_case()
        );
    }
    let mut values = String::new();
    for list in &forms.lists {
        let _ = writeln!(values, "        is Word.{list} -> word");
    }
    format!(
        "{MADE}@file:Suppress(\"UNCHECKED_CAST\")

package org.marrow.ffi

/**
 * What a person has answered so far, by the field's name in the catalogue. Numbers are decimals, whole ones too; words
 * are those of their lists. A field that is not there was not answered.
 */
typealias Answers = Map<String, Any>

/** The form of a kind with these answers; none where the kind has no form. An answer of another type is refused. */
fun formOf(kind: EntryKind, answers: Answers): Form? = when (kind) {{
{to}    else -> null
}}

/** What the form says, by field. */
val Form.answers: Answers get() = when (this) {{
{from}}}

/** The kind of entry that the form becomes. */
val Form.kind: EntryKind
    get() = when (this) {{
{kinds}    }}

/** The word itself, as it stands among answers. */
val Word.value: Any
    get() = when (this) {{
{values}    }}

private fun answersOf(vararg fields: Pair<String, Any?>): Answers =
    fields.mapNotNull {{ (field, value) -> value?.let {{ field to it }} }}.toMap()
"
    )
}

fn named(of: &Type) -> String {
    match of {
        Type::Text => "String".to_owned(),
        Type::Flag => "Boolean".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(of) => format!("List<{}>", named(of)),
    }
}

/// What the screens say.
pub fn words(words: &[Word]) -> String {
    let mut said = String::new();
    for word in words {
        let name = word.name.to_lower_camel_case();
        let texts: Vec<String> = word.texts.iter().map(|parts| literal(parts)).collect();
        let pick = format!("pick({})", texts.join(", "));
        let places: Vec<String> = word
            .places
            .iter()
            .map(|place| format!("{}: String", place.to_lower_camel_case()))
            .collect();
        let _ = if places.is_empty() {
            writeln!(said, "    val {name}: String get() = {pick}")
        } else {
            writeln!(said, "    fun {name}({}): String = {pick}", places.join(", "))
        };
    }
    let order: Vec<String> = Lang::ALL.iter().map(|lang| lang.tag().to_owned()).collect();
    let arguments: Vec<String> = order.iter().map(|tag| format!("{tag}: String")).collect();
    let choices: Vec<String> = order
        .iter()
        .map(|tag| format!("Lang.{} -> {tag}", tag.to_uppercase()))
        .collect();
    format!(
        "{MADE}package org.marrow.words

import org.marrow.ffi.Lang

/**
 * What the screens say in a language, beside what the core says of cases. Every text goes through [said]: tests make
 * them longer there.
 */
class Words(val lang: Lang, private val said: (String) -> String = {{ it }}) {{
{said}
    private fun pick({}): String = said(when (lang) {{
        {}
    }})
}}
",
        arguments.join(", "),
        choices.join("\n        ")
    )
}

fn literal(parts: &[Part]) -> String {
    let mut text = String::from("\"");
    for part in parts {
        match part {
            Part::Said(said) => text.push_str(&said.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$")),
            Part::Place(place) => {
                let _ = write!(text, "${{{}}}", place.to_lower_camel_case());
            }
        }
    }
    text.push('"');
    text
}
