import type { ResultsShown } from "@/domain/polls/poll";
import type { AskedPoll } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** A poll as it is asked: everything that is set about it. `opens` undefined: when it is made. */
export type PollQuestion = {
  question: string;
  options: { key: string; label: string; sentence: string; side: boolean }[];
  results: ResultsShown;
  opens?: Date | undefined;
  closes: Date | null;
  detached: boolean;
  guessing: boolean;
  confirmedBefore: boolean;
};

type Merged = { poll: PollQuestion; kept: string[] };

/**
 * What a poll asks once its file is published again. The file changes what it changes: where it says what it said
 * before, or nothing, what was set on the site meanwhile stays, and `kept` says so.
 * @param last what the file said before, null where nobody knows: then what it says now is meant
 */
export function mergePoll(asked: AskedPoll, current: PollQuestion | null, last: AskedPoll | null): Merged {
  if (!current) return { poll: asQuestion(asked), kept: [] };
  const kept: string[] = [];
  const choose = <Value>(
    name: string,
    said: Value | undefined,
    before: Value | undefined,
    now: Value,
  ): Value => {
    if (said === undefined) return now;
    if (same(said, now) || last === null || !same(said, before)) return said;
    kept.push(say(t.wasSetOnTheSite, { name }));
    return now;
  };
  const options = asked.options.map((option) => {
    const now = current.options.find(({ key }) => key === option.key);
    const before = last?.options.find(({ key }) => key === option.key);
    if (!now) return option;
    const of = (part: string) => say(t.partOfAnOption, { part, key: option.key });
    return {
      ...option,
      label: choose(of(t.label), option.label, before?.label, now.label),
      sentence: choose(of(t.sentence), option.sentence, before?.sentence, now.sentence),
    };
  });
  const poll: PollQuestion = {
    question: choose(t.question, asked.question, last?.question, current.question),
    options,
    results: choose(t.results, asked.results, last?.results, current.results),
    opens: choose(t.openingTime, asked.opens, last?.opens, current.opens),
    closes: choose(t.closingTime, asked.closes, last?.closes, current.closes),
    detached: choose(t.detached, asked.detached, last?.detached, current.detached),
    guessing: choose(t.guessing, asked.guessing, last?.guessing, current.guessing),
    confirmedBefore: choose(
      t.confirmedBefore,
      asked.confirmed_before,
      last?.confirmed_before,
      current.confirmedBefore,
    ),
  };
  return { poll, kept };
}

/** A poll that is asked, with what it begins with where nothing is said. */
export const asQuestion = (asked: AskedPoll): PollQuestion => ({
  ...BEGINNING,
  ...withoutGaps(asked),
  options: asked.options,
});

const BEGINNING = {
  results: "after_vote",
  closes: null,
  detached: false,
  guessing: false,
  confirmedBefore: false,
} as const;

const withoutGaps = <Given extends object>(given: Given): Given => {
  const whole = { ...given };
  for (const name of Object.keys(whole))
    if (Reflect.get(whole, name) === undefined) Reflect.deleteProperty(whole, name);
  return whole;
};

const same = (one: unknown, other: unknown): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
