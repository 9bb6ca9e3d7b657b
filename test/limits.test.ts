import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DRAFTS_AT_MOST } from "@/domain/articles/drafts/queries";
import { BRANCHES_MOST, MUTED_MOST } from "@/domain/following/following";
import { MOST_DOMAINS } from "@/domain/members/joining/joining";
import { MOST_DAYS, MOST_USES } from "@/domain/members/joining/schema";
import { PASSKEYS_AT_MOST } from "@/domain/members/keys/key";
import { BIO_LIMIT, NAME_LIMIT } from "@/domain/members/schema";
import { WORDS_LIMIT } from "@/domain/moderation/appeals/appeal";
import { ENTRY_LIMIT, LINES_LIMIT } from "@/domain/moderation/checks/words/schema";
import { BULK_LIMIT, EXPLANATION_LIMIT } from "@/domain/moderation/decisions/decision";
import { DETAIL_LIMIT } from "@/domain/moderation/reports/report";
import { ARTICLE_LIMIT } from "@/domain/prose/article";
import { COMMENT_LIMIT } from "@/domain/comments/comment";
import { QUERY_LIMIT } from "@/domain/search/search";
import { LINES_A_MINUTE } from "@/web/protection/security-log";
import { BODY_LIMIT } from "@/web/route/read-body";
import { ADDRESS_LIMIT } from "@/web/server/client-error";

const page = readFileSync("docs/LIMITS.md", "utf8");
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, what = "", most = ""]) => ({ what, most }));

const n = (count: number) => count.toLocaleString("en-GB");

test.each([
  ["the body of a request", `${BODY_LIMIT / 1024} KiB`],
  ["an address of a page", `${n(ADDRESS_LIMIT)} characters`],
  ["a comment", `${n(COMMENT_LIMIT)} characters`],
  ["an article", `${n(ARTICLE_LIMIT)} characters`],
  ["a name, a bio", `${NAME_LIMIT} and ${BIO_LIMIT} characters`],
  ["the detail of a report; an appeal or its answer", `${n(DETAIL_LIMIT)} characters`],
  ["the detail of a report; an appeal or its answer", `${n(WORDS_LIMIT)} characters`],
  ["the explanation of a decision", `${n(EXPLANATION_LIMIT)} characters`],
  ["what is searched for", `${QUERY_LIMIT} characters`],
  ["an entry of a list of words; entries of one list", `${ENTRY_LIMIT} characters; ${n(LINES_LIMIT)}`],
  ["comments decided together", `${BULK_LIMIT}`],
  ["drafts of an editor", `${DRAFTS_AT_MOST}`],
  ["members one mutes; branches one follows or mutes", `${MUTED_MOST}; ${BRANCHES_MOST}`],
  ["passkeys of a member", `${PASSKEYS_AT_MOST}`],
  [
    "uses and days of an invitation; domains that may or may not join",
    `${n(MOST_USES)} and ${MOST_DAYS}; ${MOST_DOMAINS}`,
  ],
  ["lines of refusals in the log", `${LINES_A_MINUTE} a minute and client`],
])("the page of limits says of %s what the program does: %s", (what, most) => {
  expect(rows).toContainEqual({ what, most });
});
