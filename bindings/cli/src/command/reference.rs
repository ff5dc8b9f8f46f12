//! `marrow reference`: the offline cards, each line with its source. Needs no store.

use clap::{ArgMatches, Command};
use marrow::engine::protocol::Protocol;
use marrow::engine::reference::{Card, cards};
use marrow::engine::view::source_text;
use serde_json::{Value, json};

use super::policy;
use crate::args::{described, nearest, positional};
use crate::context::Context;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::{Paint, Text, beside, fold, width};

pub fn command(say: Say) -> Command {
    described(Command::new("reference"), say, "terminal.help.reference").arg(positional(
        "card",
        "DEVICE|CLASS",
        say,
        "terminal.help.card",
    ))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let protocol = policy::in_force(context)?;
    let cards = cards(&protocol, context.say.lang);
    let Some(typed) = super::text(matches, "card") else {
        return list(&cards, context);
    };
    let card = find(&cards, typed).ok_or_else(|| unknown(&cards, typed, context))?;
    if context.out.json {
        context.out.pretty_json(&to_json(card, context.say))?;
    } else {
        context
            .out
            .data(&page(card, &protocol, context.say, context.out.columns))?;
    }
    Ok(0)
}

/// By id, by title, or a product by its class alone.
fn find<'c>(cards: &'c [Card], typed: &str) -> Option<&'c Card> {
    let word = fold(typed);
    let named =
        |card: &&Card| card.id == word || card.id.strip_prefix("product-") == Some(&word) || fold(&card.title) == word;
    cards.iter().find(named)
}

fn short(card: &Card) -> &str {
    card.id.strip_prefix("product-").unwrap_or(&card.id)
}

fn unknown(cards: &[Card], typed: &str, context: &Context) -> Failure {
    let failure =
        Failure::new(context.say.fill("terminal.reference.unknown", &[("typed", typed)])).kind("unknown-card");
    match nearest(typed, cards.iter().map(short)) {
        Some(near) => failure.hint(context.say.fill("terminal.near", &[("near", near)])),
        None => failure.hint(
            context
                .say
                .fill("terminal.reference.list", &[("marrow", &context.program)]),
        ),
    }
}

fn list(cards: &[Card], context: &Context) -> Result<u8> {
    if context.out.json {
        let all: Vec<Value> = cards.iter().map(|card| to_json(card, context.say)).collect();
        context.out.pretty_json(&all)?;
        return Ok(0);
    }
    let widest = cards.iter().map(|card| width(short(card))).max().unwrap_or(0);
    let lines = cards.iter().flat_map(|card| {
        beside(&[
            (widest, vec![Text::of(Paint::Strong, short(card))]),
            (context.out.columns, vec![Text::plain(&card.title)]),
        ])
    });
    context.out.data(&lines.collect::<Vec<_>>())?;
    Ok(0)
}

fn page(card: &Card, protocol: &Protocol, say: Say, columns: usize) -> Vec<Text> {
    let mut page = vec![Text::of(Paint::Strong, &card.title)];
    let widest = card.lines.iter().map(|line| width(&line.topic)).max().unwrap_or(0);
    let rest = columns.saturating_sub(widest + 2).max(20);
    for topic in card.lines.chunk_by(|a, b| a.topic == b.topic) {
        page.push(Text::default());
        let said = topic.iter().flat_map(|line| {
            [
                Text::plain(&line.text),
                Text::of(Paint::Quiet, source_text(&line.source, say.lang)),
            ]
        });
        let name = topic
            .first()
            .map(|line| Text::of(Paint::Strong, &line.topic))
            .unwrap_or_default();
        page.extend(beside(&[(widest, vec![name]), (rest, said.collect())]));
    }
    page.push(Text::default());
    let protocol = format!("{} v{}", protocol.id, protocol.version);
    page.extend(
        Text::of(
            Paint::Quiet,
            say.fill("terminal.reference.foot", &[("protocol", &protocol)]),
        )
        .wrap(columns),
    );
    page
}

fn to_json(card: &Card, say: Say) -> Value {
    let lines: Vec<Value> = card
        .lines
        .iter()
        .map(|line| json!({ "topic": line.topic, "text": line.text, "source": source_text(&line.source, say.lang) }))
        .collect();
    json!({ "id": card.id, "title": card.title, "lines": lines })
}
