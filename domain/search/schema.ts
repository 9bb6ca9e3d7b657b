import { z } from "zod";
import { QUERY_LIMIT, SEARCH_KINDS, SEARCH_SORTS } from "./search";
import * as t from "#messages/search";
import { say } from "@/messages/say";

/** Also of a form whose field was left empty, which is no search. */
const Words = z
  .string({ error: t.whatToSearchFor })
  .trim()
  .min(1, { error: t.whatToSearchFor })
  .max(QUERY_LIMIT, { error: say(t.tooLongToSearch, { limit: QUERY_LIMIT }) })
  .refine((text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text), {
    error: t.signThatCannotBeSearched,
  });
const Place = z.string().max(400).optional();

export const SearchQuery = z.strictObject({
  q: Words,
  kind: z.enum(SEARCH_KINDS, { error: t.searchKinds }).default("all"),
  sort: z.enum(SEARCH_SORTS, { error: t.searchSorts }).default("best"),
  after: Place,
});

/** Of moderators, who find all comments, the newest first. */
export const DeskSearchQuery = z.strictObject({ q: Words, after: Place });
