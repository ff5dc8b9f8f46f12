//! The page around the sections: what a browser may do with it, how it prints, how it reads small.
//!
//! The document loads nothing and runs nothing, and says so to the browser. Paper is A4 with the
//! filing margin on one side; where the engine draws margin boxes, every page carries whose sheet it is, its
//! number, and when it was made. Where it does not, the record's head still repeats the name.

use marrow_engine::text;

use super::words::loud_side;
use super::{Sheet, closing, header};
use crate::escape::css_string;
use crate::html::Html;
use crate::line::Line;

/// Nothing may be loaded, run, sent or framed; the sheet's own style sheet alone is let in.
const SECURITY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("style.css");

pub(super) fn document(sheet: &Sheet<'_>, body: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::new(sheet.lang);
    html.with("html", &[("lang", sheet.lang.tag())], |html| {
        html.el("head", "", |html| head(sheet, html));
        html.el("body", "", |html| html.el("main", "", body));
    });
    format!("<!doctype html>\n{}", html.finish())
}

fn head(sheet: &Sheet<'_>, html: &mut Html) {
    html.void("meta", &[("charset", "utf-8")]);
    html.void(
        "meta",
        &[("http-equiv", "Content-Security-Policy"), ("content", SECURITY)],
    );
    html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    html.void(
        "meta",
        &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
    );
    // Times and entry numbers are no telephone numbers.
    html.void(
        "meta",
        &[
            ("name", "format-detection"),
            ("content", "telephone=no, date=no, address=no, email=no"),
        ],
    );
    html.void("meta", &[("name", "color-scheme"), ("content", "light")]);
    html.el("title", "", |html| html.text(&title(sheet).plain()));
    html.style(STYLE);
    html.style(&margin_boxes(sheet));
}

/// Whose sheet this is, on every page.
fn title(sheet: &Sheet<'_>) -> Line {
    let view = &sheet.view.header;
    let place = view.place.as_deref().map(|place| Line::say(loud_side(place)));
    let device = view.device.clone().map(Line::say);
    let alias = Line::name(in_short(&header::alias(sheet).plain()));
    let lines = [Some(alias), device, place];
    Line::join(lines.into_iter().flatten(), " · ")
}

fn margin_boxes(sheet: &Sheet<'_>) -> String {
    let page = text::get(sheet.lang, "sheet.page");
    let page = page
        .split_once("{n}")
        .and_then(|(before, rest)| rest.split_once("{m}").map(|(between, after)| (before, between, after)))
        .map(|(before, between, after)| {
            let [before, between, after] = [before, between, after].map(css_string);
            format!("{before} counter(page) {between} counter(pages) {after}")
        });
    let page = page.unwrap_or_else(|| "counter(page)".to_owned());
    format!(
        "@page{{@top-left{{content:{}}}@top-right{{content:{page}}}@bottom-left{{content:{}}}}}\n",
        css_string(&title(sheet).plain()),
        css_string(&closing::made_in_short(sheet)),
    )
}

/// What a margin box has room for; page 1 has it in full.
pub(super) fn in_short(text: &str) -> String {
    const ROOM: usize = 36;
    if text.chars().count() <= ROOM {
        return text.to_owned();
    }
    text.chars().take(ROOM).chain("…".chars()).collect()
}
