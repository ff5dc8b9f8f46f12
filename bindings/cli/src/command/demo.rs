//! `marrow demo [DIR]`: plays the story into a real store, tells it, and says what to try next.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::reminders;
use crate::args::{described, flag};
use crate::context::{Context, quoted};
use crate::demo::{self, Scene, Stores, Story, WARD};
use crate::failure::{Failure, Result};
use crate::replay::{Instant, Player};
use crate::say::Say;
use crate::story::{Detail, Teller};
use crate::term::{Out, Paint, Text};
use crate::trouble;

/// How many of the next reminders are told.
const TOLD: usize = 6;
const BETWEEN_LINES: Duration = Duration::from_millis(150);
const BETWEEN_SCENES: Duration = Duration::from_millis(1_200);

pub fn command(say: Say) -> Command {
    let folder = Arg::new("folder")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .default_value("marrow-demo")
        .hide_default_value(true)
        .help(say.get("terminal.help.folder"));
    described(Command::new("demo"), say, "terminal.help.demo")
        .arg(folder)
        .arg(flag("plain", say, "terminal.help.plain"))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let folder = matches.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let end = demo::end(context);
    let story = Story::ending(end, context.say)?;
    demo::prepare(&folder, context)?;
    let mut player = Player::new(&story.scenario)?;
    let start = story.scenario.timeline.first().map_or(end, |line| line.at);
    let stores = Stores::make(&folder, &mut player, start, context)?;
    let stage = Stage {
        context,
        quiet: context.out.json,
        pauses: Out::watched() && !matches.get_flag("plain") && !context.out.json,
    };
    stage.play(&story, &mut player, end)?;
    stores.keep_marks(&player);
    let hero = player.case(&story.hero);
    let ward = player
        .phones
        .get_mut(WARD)
        .ok_or_else(|| Failure::new("no such phone"))?;
    demo::papers(&folder, &mut ward.marrow, hero, context)?;
    let board = ward
        .marrow
        .board(context.say.lang, &context.now())
        .map_err(|e| trouble::explain(&e, context))?;
    stores.keep_marks(&player);
    let alias = board
        .open
        .iter()
        .find(|row| row.header.case == hero.to_string())
        .map(|row| row.header.alias.clone());
    let next = next(&folder, &alias.unwrap_or_default(), context);
    if context.out.json {
        context
            .out
            .pretty_json(&json!({ "folder": folder, "case": hero, "board": board, "try": next }))?;
        return Ok(0);
    }
    stage.pause(BETWEEN_SCENES);
    let say = context.say;
    let mut page = vec![
        Text::default(),
        Text::of(Paint::Strong, say.get("terminal.demo.board")),
        Text::default(),
    ];
    page.extend(super::board_page(&board, say, context.out.columns));
    page.extend(files(&folder, context));
    page.extend([Text::default(), Text::of(Paint::Strong, say.get("terminal.demo.next"))]);
    // One a line and never wrapped, so that they can be copied.
    page.extend(next.iter().map(|command| Text::plain(format!("  {command}"))));
    page.extend([Text::default()]);
    page.extend(Text::of(Paint::Quiet, say.get("about.intended-use")).wrap(context.out.columns));
    context.out.data(&page)?;
    Ok(0)
}

/// Where the story is told.
struct Stage<'c> {
    context: &'c Context,
    quiet: bool,
    pauses: bool,
}

impl Stage<'_> {
    fn pause(&self, span: Duration) {
        if self.pauses {
            thread::sleep(span);
        }
    }

    fn tell(&self, lines: &[Text]) -> Result<()> {
        if self.quiet {
            Ok(())
        } else {
            self.context.out.data(lines)
        }
    }

    fn play(&self, story: &Story, player: &mut Player<'_>, end: Instant) -> Result<()> {
        let (say, columns) = (self.context.say, self.context.out.columns);
        self.tell(&Text::plain(say.get("terminal.demo.intro")).wrap(columns))?;
        let mut teller = Teller::new(player, say, columns, Detail::Some);
        for (n, scene) in story.scenes.iter().enumerate() {
            self.pause(BETWEEN_SCENES);
            let mut head = vec![Text::default(), Text::of(Paint::Strong, &scene.title)];
            head.extend(Text::plain(&scene.text).wrap(columns));
            head.push(Text::default());
            self.tell(&head)?;
            self.pause(BETWEEN_SCENES);
            let until = story.scenes.get(n + 1).map_or(end, |next| Instant(next.at.0 - 1));
            while let Some(lines) = teller.next(player, until)? {
                self.tell(&lines)?;
                self.pause(BETWEEN_LINES);
            }
            self.tell(&teller.missed(player, until)?)?;
            self.reminders(scene, player, until)?;
        }
        Ok(())
    }

    /// What falls due next, and which reminders the phone holds for it.
    fn reminders(&self, scene: &Scene, player: &mut Player<'_>, at: Instant) -> Result<()> {
        let Some(phone) = &scene.reminders else { return Ok(()) };
        let last = player
            .scenario
            .timeline
            .iter()
            .map(|line| line.at)
            .filter(|line| *line <= at)
            .max()
            .unwrap_or(at);
        // Just after what was done last: that is when a phone makes its plan anew.
        let at = if phone == WARD { at } else { last };
        let plan = demo::plan(player, phone, at, self.context)?;
        let names = player
            .phones
            .get_mut(phone)
            .map(|phone| {
                let now = phone.sample(at);
                phone.marrow.board(self.context.say.lang, &now)
            })
            .transpose()?
            .map(|board| {
                board
                    .open
                    .into_iter()
                    .map(|row| (row.header.case, row.header.alias))
                    .collect()
            })
            .unwrap_or_default();
        let (say, columns) = (self.context.say, self.context.out.columns);
        let places = [
            ("n", plan.reminders.len().to_string()),
            ("phone", phone.clone()),
            ("shown", TOLD.min(plan.reminders.len()).to_string()),
        ];
        let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let mut lines = vec![Text::default()];
        lines.extend(Text::plain(say.fill("terminal.demo.reminders", &places)).wrap(columns));
        let first: Vec<_> = plan.reminders.iter().take(TOLD).cloned().collect();
        lines.extend(reminders::rings(&first, &names, say, at.0, columns));
        self.tell(&lines)
    }
}

fn files(folder: &Path, context: &Context) -> Vec<Text> {
    let say = context.say;
    let mut lines = vec![Text::default()];
    for (name, key) in [
        ("nursing-sheet.html", "terminal.demo.sheet"),
        ("reminders.json", "terminal.demo.plan"),
        ("case.json", "terminal.demo.case"),
        ("marrow.key", "terminal.demo.key"),
    ] {
        let path = folder.join(name).display().to_string();
        lines.push(Text::plain(path).and(Paint::Quiet, format!("  {}", say.get(key))));
    }
    lines
}

/// Commands that work on this store as they stand.
fn next(folder: &Path, alias: &str, context: &Context) -> Vec<String> {
    let say = context.say;
    let mut marrow = context.program.clone();
    if std::env::var("MARROW_LANG").ok().and_then(|tag| tag.parse().ok()) != Some(say.lang) {
        marrow = format!("{marrow} --lang {}", say.lang.tag());
    }
    let marrow = format!("{marrow} --store {}", quoted(&folder.display().to_string()));
    let (alias, who) = (quoted(alias), quoted(&say.get("terminal.demo.who")));
    let agent = quoted(&say.get("terminal.demo.agent"));
    vec![
        format!("{marrow} board"),
        format!("{marrow} case {alias}"),
        format!("{marrow} --as {who} record {alias} removal-antiseptic --agent {agent}"),
        format!("{marrow} --as {who} record {alias} remove --tip-intact --resistance no --preview"),
        format!("{marrow} --as {who} record {alias} remove --tip-intact --resistance no"),
        format!("{marrow} reminders --os ios"),
        format!("{marrow} reference ez-io"),
        format!("{marrow} verify"),
    ]
}
