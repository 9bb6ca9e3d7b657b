import { expect, test } from "vitest";
import { z } from "zod";
import { numberSaid } from "./number";
import { CommentPageQuery, EditComment } from "@/domain/comments/schema";
import { OnDiscussion } from "@/domain/moderation/decisions/schema";
import { NewSanction } from "@/domain/moderation/sanctions/schema";
import { StartedRaidMode } from "@/domain/moderation/raid/schema";
import { QueueQuery } from "@/domain/moderation/queue/schema";
import { NewGuess } from "@/domain/polls/schema";

const NO_NUMBERS: unknown[] = [
  ...[
    null,
    true,
    false,
    [],
    [5],
    {},
    " ",
    "\t",
    "0x10",
    "1e3",
    "0b1",
    "Infinity",
    "NaN",
    "five",
    "1,5",
    "٣",
    "５",
    "--1",
    "1 0",
  ],
];

test.each(NO_NUMBERS.map((said) => [said]))("%j is no number", (said) => {
  expect(numberSaid(z.number()).safeParse(said).success).toBe(false);
});

test("figures are, as JSON, forms and addresses send them", () => {
  for (const said of [5, "5", " 5 ", "5.0", "+5", "005"])
    expect(numberSaid(z.number().int()).parse(said)).toBe(5);
});

test.each<[string, z.ZodType, (said: unknown) => unknown]>([
  ["a page's limit", CommentPageQuery, (limit) => ({ limit })],
  ["a revision", EditComment, (revision) => ({ body: "Words enough.", revision })],
  ["a guess", NewGuess, (share) => ({ share })],
  ["a pause", OnDiscussion, (slowSeconds) => ({ slowSeconds, ground: "civil", explanation: "" })],
  ["days", NewSanction, (days) => ({ kind: "suspension", ground: "civil", explanation: "", days })],
  ["the hours of raid mode", StartedRaidMode, (hours) => ({ hours })],
  ["a queue's limit", QueueQuery, (limit) => ({ limit })],
])("and nothing else is read as %s", (_what, schema, body) => {
  expect(schema.safeParse(body("5")).error?.issues).toBeUndefined();
  for (const said of NO_NUMBERS)
    expect(schema.safeParse(body(said)).success, JSON.stringify(said)).toBe(false);
});
