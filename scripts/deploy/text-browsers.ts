import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { publishAnArticle } from "@/e2e/articles";
import type { Programs } from "./packages";
import { PROXY, until } from "./programs";
import type { Deployed } from "./stories";
import type { Tell } from "./tell";
import { openTerminal } from "./terminal";
import { signUp, type Visitor } from "./visitors";

/** A browser without script or style, by what one does in it. What is looked for is looked for on the whole page, from above. */
type TextBrowser = Readonly<{
  screen: () => string;
  shows: (what: RegExp) => Promise<void>;
  open: (address: string) => Promise<void>;
  /** Follows the first link of these words. */
  follow: (words: string) => void;
  /** Writes into the field behind this label. */
  fill: (label: string, text: string) => Promise<void>;
  choose: (label: string) => void;
  /** Presses the button of this name behind what was filled or chosen last. */
  send: (name: string) => void;
  close: () => void;
}>;

type Scene = Readonly<{
  browser: TextBrowser;
  site: Deployed;
  article: string;
  bo: Visitor;
  comment: string;
  rae: Visitor;
}>;

const REPLY = "Written without script.";

const stories: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  "signs in": async ({ browser, site, rae }) => {
    await browser.open(`${site.url}/sign-in`);
    await browser.shows(/Forgot your password/);
    await browser.fill("E-mail", rae.email);
    await browser.fill("Password", rae.password);
    browser.send("Sign in");
    await browser.shows(/What is at stake|replies|Organisational/);
  },

  "reads the article, and its words stand apart": async ({ browser, site, article, bo }) => {
    await browser.open(site.url + article);
    await browser.shows(/Said to be read anywhere/);
    assert.match(browser.screen(), /in the middle of the 1980s a team at Matsushita/i);
    assert.match(browser.screen(), new RegExp(`${bo.name} `));
    assert.match(browser.screen(), /Reply .*Respect .*Link .*More/);
    assert.match(browser.screen(), /One of approach They want the same thing/);
    assert.doesNotMatch(browser.screen(), /Bold|Light or dark/, "A button that does nothing is offered.");
  },

  votes: async ({ browser, rae, article }) => {
    browser.choose("Complementary");
    browser.send("Vote");
    await browser.shows(/Your vote is in/);
    const { mine } = Poll.parse(JSON.parse((await rae.ask(`${article}/poll`)).text));
    assert.equal(mine.choice?.trim(), "complementary");
  },

  replies: async ({ browser, site, article, bo, comment, rae }) => {
    await browser.open(site.url + article);
    await browser.shows(/Reply .*Respect .*Link/);
    browser.follow("Reply");
    await browser.shows(/Your reply to/);
    await browser.fill(`Your reply to ${bo.name}`, REPLY);
    browser.send("Post");
    // On the page it leads to; in the field it stood already.
    await browser.shows(new RegExp(`${REPLY}[^]*Respect`));
    const told = await rae.ask(`${article}/comments?parent=${comment}`);
    assert.ok(told.text.includes(REPLY), told.text);
  },

  reports: async ({ browser, site, comment }) => {
    await browser.open(`${site.url}/comments/${comment}`);
    await browser.shows(/The comment and its replies(?![^]*In reply to)[^]*Report/);
    browser.follow("Report");
    await browser.shows(/It breaks a house rule/);
    browser.choose("Off topic");
    await browser.fill("Details", "It is about something else.");
    browser.send("Report");
    await browser.shows(/Thank you/);
  },
};

const Poll = z.object({ mine: z.object({ choice: z.string().nullable() }) });
const Posted = z.object({ comment: z.object({ id: z.string() }) });

/** What somebody does who has no window at all. */
export async function tellInTextBrowsers(
  programs: Programs,
  folder: string,
  site: Deployed,
  tell: Tell,
): Promise<void> {
  for (const [name, open] of Object.entries({ w3m: openW3m, Lynx: openLynx })) {
    const home = join(folder, name);
    mkdirSync(home);
    const article = await publishAnArticle();
    const bo = await signUp(site.url, "Bo");
    const posted = await bo.ask(`${article}/comments`, {
      method: "POST",
      body: { body: "Said to be read anywhere." },
    });
    const browser = open(programs, home, site.url);
    // It takes no key before it is there.
    await browser.shows(/User-agent/i);
    const { comment } = Posted.parse(JSON.parse(posted.text));
    const scene = { browser, site, article, bo, comment: comment.id, rae: await signUp(site.url, "Rae") };
    for (const [title, run] of Object.entries(stories))
      await tell(`${name} ${title}`, () =>
        run(scene).catch((error: unknown) => {
          throw new Error(`${String(error)}\n${browser.screen()}`);
        }),
      );
    browser.close();
  }
}

const atHome = (home: string, url: string) => ({
  HOME: home,
  // Nobody else knows the name of the site.
  http_proxy: `http://${PROXY}:${new URL(url).port}/`,
});

/** Lynx numbers every link and field when it is told to, and the arrows step from one to the next. */
function openLynx({ tmux, lynx }: Programs, home: string, url: string): TextBrowser {
  const settings = join(home, "lynx.cfg");
  const lines = [
    "DEFAULT_KEYPAD_MODE:LINKS_AND_FIELDS_ARE_NUMBERED",
    "ACCEPT_ALL_COOKIES:TRUE",
    "CHARACTER_SET:utf-8",
  ];
  writeFileSync(settings, lines.join("\n"));
  const terminal = openTerminal(
    tmux,
    `lynx-${process.pid}`,
    [lynx, `-cfg=${settings}`, `${url}/robots.txt`],
    atHome(home, url),
  );
  // A number leads anywhere, but would be written into the field one is in; from there one steps. Of many steps at once some get lost.
  let field = 0;
  const goTo = (pattern: RegExp): number => {
    const number = Number(pattern.exec(terminal.screen())?.[1]);
    if (Number.isNaN(number)) throw new Error(`There is no ${String(pattern)} on the page.`);
    if (field === 0) {
      terminal.write(`${number}g`);
      terminal.press("Enter");
    } else if (number !== field)
      terminal.press("-N", String(Math.abs(number - field)), number > field ? "Down" : "Up");
    field = 0;
    return number;
  };
  const leave = (pattern: RegExp) => {
    goTo(pattern);
    terminal.press("Enter");
  };
  return {
    ...terminal,
    open: async (address) => {
      // On a busy machine it asks a while after the key, and takes what comes meanwhile for keys.
      terminal.press("g");
      await terminal.shows(/URL to open:/);
      terminal.press("C-u");
      terminal.write(address);
      terminal.press("Enter");
    },
    follow: (words) => leave(new RegExp(`\\[(\\d+)\\]${escaped(words)}`)),
    fill: (label, text) => {
      field = goTo(new RegExp(`${escaped(label)}(?:(?!\\]_)[^])*?\\[(\\d+)\\]_`));
      terminal.write(text);
      return Promise.resolve();
    },
    choose: (label) => {
      goTo(new RegExp(`\\[(\\d+)\\]\\([ *]\\) ?${escaped(label)}`));
      terminal.press("Enter");
    },
    send: (name) => leave(new RegExp(`\\(\\[(\\d+)\\]BUTTON\\) ${escaped(name)}`)),
  };
}

/** w3m looks for words, and steps from there to the next field. A text of several lines is written by an editor. */
function openW3m({ tmux, w3m }: Programs, home: string, url: string): TextBrowser {
  const [editor, words] = [join(home, "editor"), join(home, "words")];
  writeFileSync(editor, `#!/bin/sh\ncat '${words}' > "$1"\n`);
  chmodSync(editor, 0o755);
  const options = [
    "use_cookie=1",
    "accept_cookie=1",
    "confirm_qq=0",
    "ignorecase_search=0",
    `editor=${editor}`,
  ].flatMap((one) => ["-o", one]);
  const terminal = openTerminal(
    tmux,
    `w3m-${process.pid}`,
    [w3m, ...options, `${url}/robots.txt`],
    atHome(home, url),
  );
  const lookFor = (what: string, ...then: string[]) => {
    terminal.press("/");
    terminal.write(what);
    terminal.press("Enter", ...then);
  };
  return {
    ...terminal,
    open: async (address) => {
      terminal.press("U");
      await terminal.shows(/Goto URL:/);
      terminal.press("C-u");
      terminal.write(address);
      terminal.press("Enter");
    },
    follow: (link) => {
      terminal.press("g");
      lookFor(link, "Enter");
    },
    fill: async (label, text) => {
      writeFileSync(words, `${text}\n`);
      terminal.press("g");
      lookFor(label, "Tab", "Enter");
      // A line is asked for below the page; what has more lines is with the editor, and comes back by itself.
      const isLine = /^(?:TEXT|Password):/m;
      const isThere = new RegExp(escaped(text.slice(0, 20)));
      await until(
        () => Promise.resolve(isLine.test(terminal.screen()) || isThere.test(terminal.screen())),
        `no field behind ${label}`,
      );
      if (!isLine.test(terminal.screen())) return;
      terminal.write(text);
      terminal.press("Enter");
    },
    choose: (label) => {
      terminal.press("g");
      // What is pressed is the place between the brackets.
      lookFor(`.[)]${label}`, "Enter");
    },
    send: (name) => lookFor(name, "Enter"),
  };
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
