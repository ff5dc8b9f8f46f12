//! The values of an entry in the order of its form, those that were amended beside their old ones.

use marrow_engine::entry::{Kind, Payload};
use marrow_engine::view::{FieldView, field_label, fields};

use super::{Sheet, check, typed};
use crate::line::Line;

/// A value of an entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// The field's name; of a group of fields that are shown as one, its own.
    pub key: String,
    /// What it is.
    pub label: String,
    /// Whether that is said; not where the value or the entry's title says it.
    pub labelled: bool,
    /// The value as it stands; none where an amendment took it away.
    pub value: Option<Line>,
    /// The value before any amendment, where one changed it.
    pub old: Option<Line>,
    /// Whether the finding is something else than "no, normal, firm, free".
    pub departs: bool,
    /// Whether the finding is a "no" that is good news.
    pub absent: bool,
}

/// Values that need no label, because the entry's title or they themselves say what they are.
const UNLABELLED: &[(&str, &str)] = &[
    ("access-review", "outcome"),
    ("acknowledge", "step"),
    ("check", "context"),
    ("complication", "kind"),
    ("dressing", "type"),
    ("end-case", "reason"),
    ("flush", "ml"),
    ("give-product", "name"),
    ("insert", "device"),
    ("note", "text"),
    ("skip", "reason"),
    ("skip", "step"),
    ("start-product", "name"),
    ("stop-product", "name"),
    ("tell", "whom"),
    ("venous-access", "kind"),
];

/// What the chain needs and nobody reads.
const OF_THE_CHAIN: &[&str] = &["old_head", "old_stream"];

/// The values of an entry as it stands, with what they were.
pub(super) fn of_entry(sheet: &Sheet<'_>, index: usize) -> Vec<Item> {
    let folded = &sheet.entries()[index];
    let Some(payload) = folded.payload() else {
        return Vec::new();
    };
    let mut items = of_fields(sheet, payload.kind(), &sheet.view.record[index].fields);
    items.iter_mut().for_each(|item| {
        item.departs = item.departs || check::past_the_line(sheet, folded, payload, &item.key);
    });
    let Some(first) = folded.entry.payload().filter(|_| !folded.amended_by.is_empty()) else {
        return items;
    };
    for was in of(sheet, first) {
        match items.iter_mut().find(|item| item.key == was.key) {
            Some(item) if item.value == was.value => {}
            Some(item) => item.old = was.value,
            None => items.push(Item {
                value: None,
                old: was.value,
                ..was
            }),
        }
    }
    sort(payload.kind(), &mut items);
    items
}

/// The values of a payload, in the order of its form.
pub(super) fn of(sheet: &Sheet<'_>, payload: &Payload) -> Vec<Item> {
    of_fields(sheet, payload.kind(), &fields(payload, sheet.lang))
}

fn of_fields(sheet: &Sheet<'_>, kind: Kind, fields: &[FieldView]) -> Vec<Item> {
    let mut items = Vec::with_capacity(fields.len());
    let find = |name: &str| fields.iter().find(|field| field.field == name);
    let place = find("site").map(|site| (site, find("side")));
    if let Some((site, side)) = place {
        items.push(Item {
            key: "site".to_owned(),
            label: field_label("site", sheet.lang),
            labelled: false,
            value: Some(typed::place(sheet, Some(site), side)),
            old: None,
            departs: false,
            absent: false,
        });
    }
    let in_the_place = |field: &FieldView| place.is_some() && matches!(field.field.as_str(), "site" | "side");
    let left_out = |field: &FieldView| in_the_place(field) || OF_THE_CHAIN.contains(&field.field.as_str());
    items.extend(fields.iter().filter(|field| !left_out(field)).map(|field| {
        let unlabelled = UNLABELLED.contains(&(kind.word(), field.field.as_str()));
        Item {
            key: field.field.clone(),
            label: field.label.clone(),
            labelled: !unlabelled,
            value: Some(typed::value(sheet, kind.word(), field)),
            old: None,
            departs: check::departs(field),
            absent: check::is_absent(field),
        }
    }));
    sort(kind, &mut items);
    items
}

fn sort(kind: Kind, items: &mut [Item]) {
    let order = if kind == Kind::Check {
        check::ORDER
    } else {
        kind.fields()
    };
    items.sort_by_cached_key(|item| order.iter().position(|name| *name == item.key).unwrap_or(usize::MAX));
}

impl Item {
    /// "Pain: 4", with the old value ruled through in brackets where there is one.
    pub fn line(&self) -> Line {
        let label = if self.labelled {
            Line::say(format!("{}: ", self.label))
        } else {
            Line::default()
        };
        let value = self.value.clone().unwrap_or_default();
        let value = if self.departs || self.old.is_some() {
            value.strong()
        } else {
            value
        };
        let line = if self.departs {
            label.strong().and(value)
        } else {
            label.and(value)
        };
        match &self.old {
            None => line,
            Some(old) if self.value.is_none() => line.and(old.clone().struck()),
            Some(old) => line.then(" (").and(old.clone().struck()).then(")"),
        }
    }
}
