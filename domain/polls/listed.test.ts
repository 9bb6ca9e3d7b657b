import { expect, test } from "vitest";
import { asListed, type ListedPollRow } from "./listed";

const row: ListedPollRow = {
  question: "Is it so?",
  resultsShown: "after_vote",
  guessing: false,
  opensAt: "2026-01-01T00:00:00+00:00",
  closesAt: "2026-03-01T00:00:00+00:00",
  votes: 12,
  options: [
    { key: "yes", label: "Yes", side: true, votes: 9 },
    { key: "no", label: "No", side: true, votes: 3 },
  ],
  now: "2026-02-01T00:00:00+00:00",
};

test("a list tells how many voted, and how, once everybody may see the result, and not before", () => {
  expect(asListed(row)).toMatchObject({ state: "open", votes: null, options: null });
  expect(asListed({ ...row, resultsShown: "always" })).toMatchObject({
    state: "open",
    votes: 12,
    options: row.options,
  });
  expect(asListed({ ...row, resultsShown: "after_close" })).toMatchObject({ state: "open", votes: null });
  expect(asListed({ ...row, now: "2026-03-01T00:00:00+00:00" })).toMatchObject({
    state: "closed",
    votes: 12,
  });
});

test("without published counts there is no number, and a poll to come says when it opens", () => {
  expect(asListed({ ...row, resultsShown: "always", votes: null }).votes).toBeNull();
  expect(asListed({ ...row, now: "2025-12-01T00:00:00+00:00" })).toMatchObject({
    state: "upcoming",
    opensAt: "2026-01-01T00:00:00.000Z",
    votes: null,
  });
});
