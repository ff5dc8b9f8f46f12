//! The open flags: what was found, the policy's own words, what clears it, and who was told.

use marrow_engine::view::FlagView;

use super::marks::rests_on_entries;
use super::words::lower;
use super::{Sheet, state};
use crate::html::Html;
use crate::line::Line;

const COLUMNS: &[&str] = &["sheet.flags.found", "sheet.flags.policy-says", "sheet.flags.told"];

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("section", "wide", |html| {
        html.el("h2", "", |html| html.text(&sheet.t("sheet.flags")));
        if sheet.view.flags.is_empty() {
            html.line_in("p", "", &sheet.say("sheet.flags.none"));
            return;
        }
        html.el("table", "flags", |html| {
            html.el("thead", "", |html| {
                html.el("tr", "", |html| {
                    for key in COLUMNS {
                        html.with("th", &[("scope", "col")], |html| html.text(&sheet.t(key)));
                    }
                });
            });
            html.el("tbody", "", |html| {
                for flag in &sheet.view.flags {
                    html.el("tr", "", |html| row(sheet, flag, html));
                }
            });
        });
    });
}

fn row(sheet: &Sheet<'_>, flag: &FlagView, html: &mut Html) {
    let asked = flag.severity != "note" || flag.told.is_some();
    let mut cell = |column: usize, inside: &mut dyn FnMut(&mut Html)| {
        let class = if column == 2 && !asked { "none" } else { "" };
        let attributes = [("class", class), ("data-l", &sheet.t(COLUMNS[column]))];
        html.with("td", &attributes, |html| inside(html));
    };
    cell(0, &mut |html| {
        let class = match flag.severity {
            "red" => "sev red",
            "amber" => "sev amber",
            _ => "sev",
        };
        html.line_in("span", class, &Line::say(flag.severity_text.clone()));
        html.line(&Line::say(format!(" {}, {}", flag.rule, flag.title)).strong());
        // A product or an allergy in it is in a person's words: the whole is kept apart.
        html.line_in("div", "", &Line::name(flag.text.clone()));
        let began = flag.since_at_ms.filter(|since| *since <= sheet.input.now.wall_ms);
        if let Some(since) = began {
            let when = Line::say(sheet.times.full(since));
            html.line_in("div", "", &sheet.fill("sheet.flags.since", &[("when", when)]));
        }
        let rests = raised_by(sheet, flag);
        if !rests.0.is_empty() {
            html.line_in("div", "", &sheet.fill("sheet.flags.rests-on", &[("list", rests)]));
        }
    });
    cell(1, &mut |html| {
        html.line_in("div", "", &Line::say(flag.action.clone()));
        html.line_in("div", "", &Line::say(flag.clears_when.clone()));
    });
    cell(2, &mut |html| {
        if asked {
            html.line(&state::told(sheet, flag.told.as_deref(), flag.told_at_ms));
        }
        if flag.severity != "note" && !sheet.is_closed() {
            html.el("div", "fill", |_| {});
            html.el("div", "fill", |_| {});
        }
    });
}

/// The entries that the flag rests on: what and when.
fn raised_by(sheet: &Sheet<'_>, flag: &FlagView) -> Line {
    let entries = sheet.view.record.iter().zip(sheet.entries());
    let raised = entries.filter(|(view, _)| rests_on_entries(flag) && flag.raised_by.contains(&view.id));
    let lines = raised.map(|(view, folded)| {
        let offset_s = folded.entry.envelope.recorded.offset_s;
        let at = sheet.times.full_in(sheet.happened_at(folded), offset_s);
        Line::say(format!("{}, {at}", lower(&view.title)))
    });
    Line::join(lines, "; ")
}
