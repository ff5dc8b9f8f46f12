//! The same for Swift.

use std::fmt::Write;

use heck::ToLowerCamelCase;
use marrow::engine::text::Lang;

use crate::answers::{Forms, Held, Type};
use crate::words::{Part, Word};

const MADE: &str = "// Written by bindings/generate. Do not edit.\n\n";

/// Forms as answers by field, and back.
pub fn answers(forms: &Forms) -> String {
    let mut to = String::new();
    let mut from = String::new();
    let mut kinds = String::new();
    for form in &forms.forms {
        let (case, record) = (form.kind.to_lower_camel_case(), &form.record);
        let mut inward = Vec::new();
        let mut outward = String::new();
        for field in &form.fields {
            let (name, key) = (field.name.to_lower_camel_case(), &field.key);
            match &field.held {
                Held::Whole => {
                    inward.push(format!("{name}: whole(answers[\"{key}\"])"));
                    let _ = write!(
                        outward,
                        "\n            answers[\"{key}\"] = form.{name}.map {{ Decimal($0) }}"
                    );
                }
                Held::As(of) => {
                    inward.push(format!("{name}: answers[\"{key}\"] as? {}", named(of)));
                    let _ = write!(outward, "\n            answers[\"{key}\"] = form.{name}");
                }
            }
        }
        let _ = writeln!(
            to,
            "        case .{case}:\n            self = .{case}(form: {record}(\n                {}))",
            inward.join(",\n                ")
        );
        let _ = writeln!(from, "        case .{case}(let form):{outward}");
        let _ = writeln!(kinds, "        case .{case}: .{case}");
    }
    let mut values = String::new();
    for list in &forms.lists {
        let _ = writeln!(values, "        case .{}(let word): word", list.to_lower_camel_case());
    }
    format!(
        "{MADE}import Foundation

/// What a person has answered so far, by the field's name in the catalogue. Numbers are decimals, whole ones too; words
/// are those of their lists. A field that is not there was not answered.
public typealias Answers = [String: any Sendable]

extension Form {{
    /// The form of a kind with these answers; none where the kind has no form.
    public init?(_ kind: EntryKind, _ answers: Answers) {{
        switch kind {{
{to}        default:
            return nil
        }}
    }}

    /// What the form says, by field.
    public var answers: Answers {{
        var answers: Answers = [:]
        switch self {{
{from}        }}
        return answers
    }}

    /// The kind of entry that the form becomes.
    public var kind: EntryKind {{
        switch self {{
{kinds}        }}
    }}
}}

extension Word {{
    /// The word itself, as it stands among answers.
    public var value: any Sendable & Hashable {{
        switch self {{
{values}        }}
    }}
}}

private func whole(_ answer: (any Sendable)?) -> UInt32? {{
    (answer as? Decimal).flatMap {{ UInt32(exactly: NSDecimalNumber(decimal: $0).doubleValue) }}
}}
"
    )
}

fn named(of: &Type) -> String {
    match of {
        Type::Text => "String".to_owned(),
        Type::Flag => "Bool".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(of) => format!("[{}]", named(of)),
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
            .map(|place| format!("_ {}: String", place.to_lower_camel_case()))
            .collect();
        let _ = if places.is_empty() {
            writeln!(said, "    public var {name}: String {{ {pick} }}")
        } else {
            writeln!(
                said,
                "    public func {name}({}) -> String {{ {pick} }}",
                places.join(", ")
            )
        };
    }
    let arguments: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| format!("_ {}: String", lang.tag()))
        .collect();
    let choices: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| format!("case .{0}: {0}", lang.tag()))
        .collect();
    format!(
        "{MADE}/// What the screens say in a language, beside what the core says of cases.
public struct Words: Sendable {{
    public let lang: Lang

    public init(_ lang: Lang) {{
        self.lang = lang
    }}

{said}
    private func pick({}) -> String {{
        switch lang {{
        {}
        }}
    }}
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
            Part::Said(said) => text.push_str(&said.replace('\\', "\\\\").replace('"', "\\\"")),
            Part::Place(place) => {
                let _ = write!(text, "\\({})", place.to_lower_camel_case());
            }
        }
    }
    text.push('"');
    text
}
