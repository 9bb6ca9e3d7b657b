import { z } from "zod";
import { answerSchema, Time } from "@/domain/answer-schema";
import { AuthorSchema } from "@/domain/members/answers";
import {
  SEARCH_SORTS,
  type DeskHit,
  type DeskResults,
  type Piece,
  type SearchHit,
  type SearchResults,
} from "./search";

const PieceSchema = answerSchema<Piece>()("Piece", z.strictObject({ text: z.string(), found: z.boolean() }));

const found = {
  id: z.uuid(),
  path: z.string(),
  title: z.array(PieceSchema),
  excerpt: z.array(PieceSchema),
  by: z.strictObject({ name: z.string(), handle: z.string().nullable() }).nullable(),
  at: Time,
};

const SearchHitSchema = answerSchema<SearchHit>()(
  "SearchHit",
  z.strictObject({ kind: z.enum(["article", "comment"]), ...found, pending: z.boolean() }),
);

const DeskHitSchema = answerSchema<DeskHit>()(
  "DeskHit",
  z.strictObject({ ...found, state: z.enum(["visible", "held", "rejected", "withdrawn"]) }),
);

export const DeskResultsSchema = answerSchema<DeskResults>()(
  "DeskResults",
  z.strictObject({ items: z.array(DeskHitSchema), next: z.string().nullable() }),
);

export const SearchResultsSchema = answerSchema<SearchResults>()(
  "SearchResults",
  z.strictObject({
    sort: z.enum(SEARCH_SORTS),
    members: z.array(AuthorSchema),
    nearly: z.boolean(),
    meant: z.string().nullable(),
    items: z.array(SearchHitSchema),
    hasMore: z.boolean(),
    next: z.string().nullable(),
  }),
);
