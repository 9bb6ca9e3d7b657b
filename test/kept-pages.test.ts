import { beforeAll, expect, test, vi } from "vitest";
import { pageChanges } from "@/domain/events/page-changes";
import { database, transaction } from "@/platform/database";
import { openDoor } from "@/web/door";
import { articleOf } from "@/web/pages/public-pages";
import { castVote } from "@/domain/polls/commands";
import { aMember } from "./cast";
import { theCompany } from "./company";
import { aPlainComment } from "./desk";
import { anEmptyArticle } from "./discussion";
import { effort } from "./effort";
import { drawnFrom, publicPages, type Names } from "./public-pages";

/*
 * Pages are kept until something that they show is changed, which triggers of the tables tell: so every table that a page reads
 * must have them.
 */

/** More requests than the limits allow one account. */
vi.hoisted(() => {
  process.env.MOOT_LIMITS = "off";
});
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("There is no such page.");
  },
}));
vi.mock("react-dom/client", () => ({}));
// A component that is a class is for browsers; the React of servers has none to make one of.
vi.mock("@/components/ui/stays-whole", () => ({ StaysWhole: () => null }));
vi.mock("@/web/pages/html-placeholders", () => ({ placeholderFor: (text: string) => text }));

/** What no public page shows; and what moves only with something that is told of itself. */
const NOT_SHOWN = `
  announcement appeal applied_functions article_address article_draft article_moderator author_turn backup_run comment_revision comment_transition
  draft_preview erasure event fairness_counting fairness_month finding first_admin_token following idempotency invitation kept_form listing_following mail mail_choice member_mute
  member_note migration notice outside_account page_change passkey picture picture_file picture_use profile_removal proof published_side queue_count
  queue_item rate_window recovery_code reply_feed report rescoring reserved_handle sanction search_entry search_filling search_hidden
  search_member security_event session spent_challenge threshold totp visit word_list
  ballot_taken loose_ballot mind_change opinion_read poll_guess poll_pass reaction_side side_batch side_crowd side_move tally tally_batch tally_crowd tally_move vote
  vote_change`;
const MOVES_WITH_ANOTHER = "article_count article_writer passage_count";

/** Columns of tables with a trigger that looks at some, of which no public page shows anything by itself, or which move with reactions. */
const COLUMNS_NOT_SHOWN: Record<string, string> = {
  comment:
    "id article_revision source reply_count thread_count open_reports moved_by respect unconvinced best",
  member: `id email password_hash sample approved_count honour_count mail_refused_at proven_at claimed_email invitation_id rules_version
    handle_changed_at mail_refusals terms_version privacy_version`,
};

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== "");
const toldOf = async (): Promise<string[]> => {
  const rows = await database().$queryRaw<{ tab: string }[]>`
    SELECT DISTINCT tgrelid::regclass::text AS tab FROM pg_trigger WHERE tgname LIKE 'pages_change%'`;
  return rows.map(({ tab }) => tab);
};

test("of every table it is known whether public pages show something of it", async () => {
  const rows = await database().$queryRaw<{ tab: string }[]>`
    SELECT relname::text AS tab FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
  const known = [...(await toldOf()), ...words(NOT_SHOWN), ...words(MOVES_WITH_ANOTHER)];
  expect(known.toSorted()).toEqual(rows.map(({ tab }) => tab).toSorted());
});

test.each(Object.keys(COLUMNS_NOT_SHOWN))("and of every column of %s", async (tab) => {
  const rows = await database().$queryRaw<{ name: string; told: boolean }[]>`
    SELECT attname::text AS name, EXISTS (SELECT FROM pg_trigger WHERE tgrelid = attrelid AND tgname = 'pages_change_again'
      AND attnum = ANY (tgattr) AND pg_get_triggerdef(oid) ~ ('\\mnew\\.' || attname || '\\M')) AS told
    FROM pg_attribute WHERE attrelid = ${tab}::regclass AND attnum > 0 AND NOT attisdropped`;
  const untold = rows.filter(({ told }) => !told).map(({ name }) => name);
  expect(untold.toSorted()).toEqual(words(COLUMNS_NOT_SHOWN[tab] ?? "").toSorted());
});

let names: Names;
beforeAll(async () => {
  const owner = await aMember({ name: "Bo" });
  const { slug, id, pollId } = await anEmptyArticle({ poll: "always" });
  const comment = await aPlainComment({ id }, owner);
  if (pollId) await castVote({ poll: pollId, option: "approach" }, owner);
  await database().articleListing.create({
    data: { kind: "tag", name: "tea", articleId: id, publishedAt: new Date() },
  });
  const month = new Date().toISOString().slice(0, "2026-11".length);
  const [year = ""] = month.split("-");
  names = {
    ...{ slug, id: comment.id, handle: owner.handle, year, part: `${month}.xml` },
    ...{ tag: "tea", author: "Ada" },
  };
});

test("no public page reads a table of which it is not told", async () => {
  // The first drawing of the rules writes them down, and so tells of it.
  const told = new Set([...(await toldOf()), ...words(MOVES_WITH_ANOTHER), "page_change"]);
  const untold: [string, string][] = [];
  for (const { file, address } of publicPages(names))
    for (const tab of await tablesReadBy(() => drawnFrom(file, names)))
      if (!told.has(tab)) untold.push([address, tab]);
  expect(untold).toEqual([]);
});

/** By PostgreSQL's own count of what a transaction scans. */
const tablesReadBy = (work: () => Promise<unknown>): Promise<string[]> =>
  transaction(async (tx) => {
    const scans = async () => {
      const rows = await tx.$queryRaw<{ tab: string; scans: number }[]>`
        SELECT relname::text AS tab, (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int AS scans FROM pg_stat_xact_user_tables
        WHERE schemaname = 'public'`;
      return new Map(rows.map(({ tab, scans }) => [tab, scans]));
    };
    const before = await scans();
    await work();
    return [...(await scans())].filter(([tab, many]) => many > (before.get(tab) ?? 0)).map(([tab]) => tab);
  });

/** What says when it was drawn, or is sealed anew each time. */
const OF_THE_MOMENT =
  /"asOf":"[^"]*"|"at":"[^"]*"|record,as of,,\S*|"digest":"\w*"|"next":"[^"]*"|after=[^"]*/g;

/** One of each kind: a text comes, changes, goes; a name; a poll's end; an article; the rules; a page of the site. */
const SOME = [
  "post /articles/{slug}/comments",
  "patch /comments/{id}",
  "delete /comments/{id}",
  "put /account",
  "put /articles/{slug}/poll/close",
  "delete /articles/{slug}/publication",
  "put /rules",
  "put /site/pages/{page}",
];

test("whatever a route of the API changes in a public page, that page is not kept any longer", async () => {
  const company = await theCompany();
  const changes = pageChanges();
  const changing = new Set<string>();
  const routes = openDoor().made.filter(({ method }) => method !== "get");
  for (const { method, path, example } of routes) {
    const route = `${method} ${path}`;
    if (!effort(SOME, [route]).includes(route)) continue;
    const { slug, comment, owner: author, member } = await company.aWorld("visible");
    const here = { ...names, slug, id: comment, handle: author.handle };
    const pages = publicPages(here);
    const before = await drawnNow(pages, here);
    const look = await changes.look(Date.now());
    const ask = { path: filled(path, { slug, id: comment, handle: member.handle }), body: example };
    for (const actor of ["owner", "other", "moderator", "editor", "admin"] as const)
      if ((await company.ask(method, ask, actor)).status < 300) break;
    await changes.look(Date.now());
    const after = await drawnNow(pages, here);
    for (const [nth, { address }] of pages.entries()) {
      if (before[nth] === after[nth]) continue;
      changing.add(route);
      expect([route, address, changes.hasMoved(articleOf(address), look)]).toEqual([route, address, true]);
    }
  }
  await company.close();
  expect(SOME.filter((route) => !changing.has(route))).toEqual([]);
});

const drawnNow = (pages: readonly { file: string }[], here: Names): Promise<string[]> =>
  Promise.all(
    pages.map(async ({ file }) =>
      (await drawnFrom(file, here).catch(() => "none")).replaceAll(OF_THE_MOMENT, ""),
    ),
  );

/** An address of the API, with names of what is there. */
const filled = (path: string, there: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ({ ...SPELT, ...there })[name] ?? "-");
const SPELT: Record<string, string> = {
  side: "approach",
  key: "person",
  page: "terms",
  author: "Ada",
  tag: "tea",
};
