//! The page around the sections: what a browser may do with it, how it prints, how it reads small.
//!
//! The document loads nothing and runs nothing, and says so to the browser. Every page carries whose
//! sheet it is, its number, and when it was made. Nothing that people typed comes into a style sheet.

use super::words::{in_short, loud_side};
use super::{Sheet, closing, drawn, header};
use crate::html::Html;
use crate::line::Line;
use crate::pages::{Furniture, Part, draw, fill};

/// Nothing may be loaded, run, sent or framed; the sheet's own style sheet alone is let in.
const SECURITY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLES: &[&str] = &[include_str!("style.css"), drawn::STYLE];

/// The parts on their pages, in a complete document.
pub(super) fn document(sheet: &Sheet<'_>, parts: &[Part]) -> String {
    let furniture = furniture(sheet);
    let pages = fill(parts, furniture.room_mm());
    let mut html = Html::document(sheet.lang, parts.iter().map(Part::bytes).sum());
    html.with("html", &[("lang", sheet.lang.tag())], |html| {
        html.el("head", "", |html| head(sheet, html));
        html.el("body", "", |html| {
            html.el("main", "", |html| draw(html, parts, &pages, &furniture))
        });
    });
    html.finish()
}

/// The room of a page between its head and its foot.
pub(super) fn room_mm(sheet: &Sheet<'_>) -> f32 {
    furniture(sheet).room_mm()
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
    STYLES.iter().for_each(|style| html.style(style));
}

/// Whose sheet this is, on every page.
fn title(sheet: &Sheet<'_>) -> Line {
    let view = &sheet.view.header;
    let place = view.place.as_deref().map(|place| Line::say(loud_side(place)));
    let device = view.device.clone().map(Line::say);
    let alias = Line::name(in_short(&header::alias(sheet).plain())).strong();
    let lines = [Some(alias), Some(case(sheet)), device, place];
    Line::join(lines.into_iter().flatten(), " · ")
}

/// The beginning of the case's id, which tells its pages from another's; the last section has all of it.
fn case(sheet: &Sheet<'_>) -> Line {
    let id = &sheet.view.header.case;
    let short = id.split('-').next().unwrap_or(id);
    sheet.fill("sheet.case-id", &[("id", Line::say(short.to_owned()))])
}

fn furniture(sheet: &Sheet<'_>) -> Furniture {
    let lang = sheet.lang;
    Furniture {
        first: Line::join([sheet.say("sheet.title"), case(sheet)], " · "),
        whose: title(sheet),
        foot: closing::made(sheet),
        number: Box::new(move |n, m| {
            let places = [
                ("n", Line::say(n.to_string()).strong()),
                ("m", Line::say(m.to_string())),
            ];
            Line::fill(lang, "sheet.page", &places)
        }),
        again: Box::new(move |heading| {
            Line::fill(lang, "sheet.continued", &[("what", Line::say(heading.clone()))]).plain()
        }),
    }
}
