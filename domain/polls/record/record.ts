import { csvCell } from "@/domain/csv-cell";
import type { Debate } from "@/domain/polls/debate/debate";
import { FEWEST_SHOWN, hidesUntilClose, type PollView } from "@/domain/polls/poll";
import type { SafeHtml } from "@/domain/prose/safe-html";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

export type Reply = { side: string; html: SafeHtml; author: { handle: string; name: string } };

/** Counted over the whole discussion. */
export type Moderation = {
  readable: number;
  removedByModerators: number;
  withdrawnByAuthors: number;
  decisions: number;
};

/** A paragraph of the article by its first words, how many comments are about it, and whether at least five readers changed their mind there. */
export type ArguedPassage = { block: number; words: string; comments: number; moved: boolean };

/**
 * What is left of a debate, as anybody may cite it. `debate` is null while results are hidden from readers at large.
 * Only words that can still be read are in it: what was withdrawn is not in the newest version, and older ones are not kept.
 */
export type DebateRecord = {
  article: { slug: string; title: string; author: string; revision: number; publishedAt: string };
  poll: PollView;
  debate: Debate | null;
  /** The best case of the side with the fewest votes, where it has one. */
  minority: { side: string; commentId: string } | null;
  replies: Reply[];
  /** Where readers argued and where they moved, in the order of the text. */
  passages: ArguedPassage[];
  moderation: Moderation;
  caveats: string[];
};

/** A version as it is cited: 0 and a draft before the close. `digest` is the SHA-256 of its JSON, hex. */
export type Version = { number: number; draft: boolean; at: string; digest: string | null };

export const whoCouldVote = ({ confirmedBefore }: Pick<PollView, "confirmedBefore">): string =>
  confirmedBefore ? t.votersWereConfirmedBefore : t.everySignedInReader;

/** What every reader of the figures should know; short, and always in it. */
export function caveatsOf(poll: PollView): string[] {
  return [
    t.votersChoseThemselves,
    t.oneAccountIsOneVote,
    ...(poll.state === "closed" && !hidesUntilClose(poll.resultsShown) ? [t.countsMovedInSteps] : []),
    t.figuresInStepsCaveat,
    t.thatOpinionMovedAfterSomething,
    ...(poll.detached ? [t.ballotsWereDetached] : []),
    ...(poll.version > 1 ? [say(t.thePollWasRewordedWhile, { version: poll.version })] : []),
  ];
}

/** One figure a row: section, what, of what, value. For spreadsheets, so no cell begins like a formula. */
export function recordCsv(record: DebateRecord, version: Version): string {
  const { poll, debate, moderation } = record;
  const label = (key: string): string => poll.options.find((option) => option.key === key)?.label ?? key;
  const rows: (string | number)[][] = [
    ["section", "what", "of", "value"],
    ["record", "version", "", version.draft ? "draft" : version.number],
    ["record", t.asOf, "", version.at],
    ["article", "title", "", record.article.title],
    ["poll", "question", "", poll.question],
    ["poll", "opened", "", poll.opensAt],
    ["poll", "closes", "", poll.closesAt ?? ""],
  ];
  if (debate) {
    rows.push(["split", "votes", "all", debate.results.total]);
    for (const { key, votes } of debate.results.options) rows.push(["split", "votes", label(key), votes]);
    if (debate.movement) {
      rows.push(["movement", t.movedAtLeast, "", debate.movement.moved]);
      for (const { side, members } of debate.movement.gained)
        rows.push(["movement", t.gainedAtLeast, label(side), Math.max(0, members)]);
    }
    const sides = poll.options.filter(({ side }) => side);
    for (const series of ["newcomers", "switchers"] as const)
      for (const { from, to, shares, votes } of debate.overTime[series]) {
        rows.push([series, say(t.fromToTo, { from, to }), "people", votes]);
        for (const [at, share] of shares.entries())
          rows.push([series, say(t.fromToTo, { from, to }), sides[at]?.label ?? "", share.toFixed(4)]);
      }
    rows.push(["minds", t.changedByTheirOwnWord, "", debate.changedMinds]);
  }
  for (const { words, comments, moved } of record.passages) {
    rows.push(["passages", "comments", words, comments]);
    if (moved) rows.push(["passages", t.movedThereAtLeast, words, FEWEST_SHOWN]);
  }
  for (const [what, count] of Object.entries(moderation)) rows.push(["moderation", what, "", count]);
  return rows.map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}
