import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atom } from "@/domain/articles/atom";
import { sharedDrawing } from "@/domain/articles/share-picture";
import { front } from "@/domain/articles/front";
import { articlesUnder, listArticle } from "@/domain/articles/listings";
import { articleBySlug, feed } from "@/domain/articles/queries";
import type { Role } from "@/domain/members/member";
import { countFairness } from "@/domain/moderation/transparency/count-fairness";
import { fairness } from "@/domain/moderation/transparency/fairness-queries";
import { castVote, justShow } from "@/domain/polls/commands";
import { RESULTS_SHOWN, type ResultsShown } from "@/domain/polls/poll";
import { recordOf } from "@/domain/polls/record/queries";
import { recordCsv } from "@/domain/polls/record/record";
import { database } from "@/platform/database";
import { once } from "@/platform/jobs";
import { effort } from "@/test/effort";
import { someOf } from "@/test/hostile";
import { serve } from "@/test/serve";
import { aPoll, asOwner, voters, type PollOfTest, type Voter } from "@/test/voters";
import { asTheOwner } from "@/test/owner";
import { wholeSitemap } from "@/test/whole-sitemap";

/** Every surface crossed with every state of a poll and every kind of viewer: no hidden figure, and no hidden stance. */

/** Figures that nothing else on a page is likely to be. */
const VOTES = { approach: 6137, complementary: 2861 };
const TOTAL = VOTES.approach + VOTES.complementary;
const FIGURES: number[] = [VOTES.approach, VOTES.complementary, TOTAL];
const SHARE = VOTES.approach / TOTAL;

const STATES = ["upcoming", "open", "closed"] as const;
type State = (typeof STATES)[number];
const VIEWERS = ["nobody", "stranger", "voter", "asked", "editor", "moderator", "admin"] as const;
type Viewer = (typeof VIEWERS)[number];
/** Each surface and state is asked by so many of them in turn, another by others; in the long tests by all. */
const ASKING = effort(2, VIEWERS.length);
const STAFF: Partial<Record<Viewer, Role>> = { editor: "editor", moderator: "moderator", admin: "admin" };

/** Said once more, in other words than the function that is tried here. */
function maySee(shown: ResultsShown, state: State, viewer: Viewer): boolean {
  if (state === "closed") return true;
  if (state === "upcoming" || shown === "after_close") return false;
  return shown === "always" || viewer === "voter" || viewer === "asked";
}

/** `stance` is a comment that shows one, with another that does among its replies; both are by `author`. */
type Scene = { poll: PollOfTest; people: Record<Viewer, Voter | null>; author: Voter; stance: string };
const scenes = new Map<string, Scene>();
const site = await serve();

beforeAll(async () => {
  for (const shown of RESULTS_SHOWN)
    for (const state of STATES) scenes.set(`${shown} ${state}`, await aScene(shown, state));
});
afterAll(() => site.close());

async function aScene(shown: ResultsShown, state: State): Promise<Scene> {
  const poll = await aPoll({ resultsShown: shown, closesAt: new Date(Date.now() + 86_400_000) });
  const made = await voters(VIEWERS.length + 1);
  const people = Object.fromEntries(
    VIEWERS.map((viewer, at) => [viewer, viewer === "nobody" ? null : made[at]]),
  ) as Record<Viewer, Voter | null>;
  for (const [viewer, role] of Object.entries(STAFF))
    await database().member.update({ where: { id: people[viewer as Viewer]?.id }, data: { role } });
  await castVote({ poll: poll.id, option: "approach" }, people.voter as Voter);
  await justShow(poll.id, people.asked as Voter);
  const author = made.at(-1) as Voter;
  const shows = (more: object) =>
    asTheOwner().comment.create({
      data: {
        articleId: poll.articleId,
        articleRevision: 1,
        authorId: author.id,
        source: "I show it.",
        html: "I show it.",
        stance: "approach",
        // Earlier than the week that moderators compare comments up to.
        postedAt: new Date(Date.now() - 8 * 86_400_000),
        ...more,
      },
    });
  const { id: stance } = await shows({});
  await shows({ parentId: stance, rootId: stance, depth: 1 });
  await asTheOwner().passage.create({
    data: {
      ...{ commentId: stance, articleId: poll.articleId, revision: 1, exact: "Why", prefix: "", suffix: "?" },
      ...{ begins: 0, ends: 3, block: 1, nowBegins: 0, nowEnds: 3, visible: true },
    },
  });
  await shows({ stance: "complementary" });
  // Written even where the sweep would have waited: the page's own rule must hold whatever the tables hold.
  await asOwner(
    `INSERT INTO published_tally (poll_id, option_key, votes, as_of)
     VALUES ($1, 'approach', $2, now()), ($1, 'complementary', $3, now()), ($1, 'unsure', 0, now())`,
    [poll.id, VOTES.approach, VOTES.complementary],
  );
  await asOwner(
    `INSERT INTO published_movement VALUES ($1, 6137, '{"approach": -6137, "complementary": 6137}', now())`,
    [poll.id],
  );
  await asOwner(
    `INSERT INTO published_opinion VALUES ($1, 'newcomers', 0, CURRENT_DATE - 2, CURRENT_DATE - 1, '{"approach": 6137, "complementary": 2861}')`,
    [poll.id],
  );
  await asOwner(`INSERT INTO best_case VALUES ($1, 'approach', $2)`, [poll.id, stance]);
  if (state === "upcoming")
    await asOwner("UPDATE poll SET opens_at = now() + interval '1 hour' WHERE id = $1", [poll.id]);
  if (state === "closed") await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
  return { poll, people, author, stance };
}

/** What of the vote stands anywhere in an answer. */
function leaks(answer: string): string[] {
  const figures = FIGURES.filter((figure) => new RegExp(`(?<![0-9a-f-])${figure}(?![0-9a-f-])`).test(answer));
  const shares = [SHARE, 1 - SHARE].filter((share) => answer.includes(String(share).slice(0, 6)));
  const stances = /"stance":("approach"|\{"option":"approach")/.test(answer) ? ["stance"] : [];
  return [...figures, ...shares, ...stances].map(String);
}

/** As each kind of viewer asks the door, in all the ways there are. */
const ASKED: Record<string, (scene: Scene) => string> = {
  poll: ({ poll }) => `/articles/${poll.slug}/poll`,
  debate: ({ poll }) => `/articles/${poll.slug}/poll/debate`,
  "sides' replies": ({ poll }) => `/articles/${poll.slug}/poll/replies`,
  overlay: ({ poll, stance }) => `/articles/${poll.slug}/viewer?ids=${stance}`,
  comments: ({ poll }) => `/articles/${poll.slug}/comments`,
  "comments of one side": ({ poll }) => `/articles/${poll.slug}/comments?side=approach`,
  "comments of the other side": ({ poll }) => `/articles/${poll.slug}/comments?side=complementary`,
  "comments by bridging": ({ poll }) => `/articles/${poll.slug}/comments?sort=bridging`,
  "comments, the newest": ({ poll }) => `/articles/${poll.slug}/comments?sort=newest&limit=1`,
  "comments about a passage": ({ poll }) => `/articles/${poll.slug}/passages/1`,
  "passages argued about": ({ poll }) => `/articles/${poll.slug}/passages`,
  annotations: ({ poll }) => `/articles/${poll.slug}/annotations`,
  replies: ({ poll, stance }) => `/articles/${poll.slug}/comments?parent=${stance}`,
  "comment alone": ({ stance }) => `/comments/${stance}`,
  "comment's history": ({ stance }) => `/comments/${stance}/history`,
  "member's comments": ({ author }) => `/members/${author.handle}/comments`,
  member: ({ author }) => `/members/${author.handle}`,
  article: ({ poll }) => `/articles/${poll.slug}`,
  articles: () => "/articles",
  "own data": () => "/account/data",
  inbox: () => "/inbox",
  "moderators' queue": () => "/moderation/queue",
  "moderators' log": () => "/moderation/log",
  "moderators' report": () => "/moderation/report",
  "description of itself": () => "/openapi.json",
};

/** Where those who may see stances find one: else the net would have no mesh. */
const WITH_STANCES = [
  "comments",
  "comments of one side",
  "comments about a passage",
  "replies",
  "comment alone",
  "member's comments",
];

/** What is made for nobody in particular. */
const PUBLIC: Record<string, (slug: string) => Promise<string>> = {
  "record as JSON": async (slug) => JSON.stringify(await recordOf(slug)),
  "record as CSV": async (slug) => {
    const found = await recordOf(slug);
    return found ? recordCsv(found.record, found.version) : "";
  },
  feed: async () =>
    atom(await feed(), "https://moot.example", {
      ...{ title: "Moot", subtitle: "", self: "/feed.xml", page: "/", language: "en" },
    }),
  "front page's lists": async (slug) => {
    const { closingSoon, mostArgued } = await front("00000000-0000-0000-0000-000000000000");
    return JSON.stringify([...closingSoon, ...mostArgued].filter((one) => one.slug === slug));
  },
  "author's page": async (slug) => {
    const article = await articleBySlug(slug);
    await listArticle(database(), article?.id ?? "");
    const { items } = await articlesUnder({ kind: "author", name: article?.author ?? "" }, null);
    return ofArticle(JSON.stringify({ items }), slug);
  },
  "picture for whoever shares it": async (slug) =>
    (await sharedDrawing(slug)).replace(/<[^>]*>/g, " ").replaceAll(",", ""),
  sitemap: async () => JSON.stringify(await wholeSitemap()),
  events: async (slug) =>
    JSON.stringify(
      await database().$queryRaw`
        SELECT e.kind, e.subject_id, e.parent_id FROM event e JOIN article a ON a.id = e.article_id WHERE a.slug = ${slug}`,
    ),
};

/** Of a list of articles what is said of one: polls beside it may show their result. */
const ofArticle = (list: string, slug: string): string =>
  JSON.stringify(
    (JSON.parse(list) as { items: { slug: string }[] }).items.filter((one) => one.slug === slug),
  );

const ask = async (path: string, as: Voter | null): Promise<string> => (await site.ask("GET", path, as)).text;

describe.each(RESULTS_SHOWN.flatMap((shown) => STATES.map((state) => [shown, state] as const)))(
  "a poll that shows results %s, %s",
  (shown, state) => {
    const scene = () => scenes.get(`${shown} ${state}`) as Scene;

    test.each(Object.keys(ASKED))("keeps them from whom it should, asked for its %s", async (surface) => {
      const { people } = scene();
      const nth = Object.keys(ASKED).indexOf(surface) + [...scenes.keys()].indexOf(`${shown} ${state}`);
      for (const viewer of someOf(VIEWERS, ASKING, nth)) {
        const whole = await ask((ASKED[surface] as (scene: Scene) => string)(scene()), people[viewer]);
        const answer = surface === "articles" ? ofArticle(whole, scene().poll.slug) : whole;
        if (!maySee(shown, state, viewer)) expect(leaks(answer), `${surface} for ${viewer}`).toEqual([]);
        else if (surface === "poll" || surface === "debate")
          expect(leaks(answer), `${surface} for ${viewer}`).toContain(String(VOTES.approach));
        else if (WITH_STANCES.includes(surface))
          expect(leaks(answer), `${surface} for ${viewer}`).toContain("stance");
      }
    });

    test("keeps stances out of what moderators compare, until they may see them", async () => {
      const { poll, people } = scene();
      const moderator = { ...(people.moderator as Voter), role: "moderator" as const };
      await asOwner("DELETE FROM fairness_counting");
      await once(countFairness);
      const { compared } = await fairness(moderator);
      const told = compared.some(({ month }) => month.article.slug === poll.slug);
      expect(told).toBe(maySee(shown, state, "moderator"));
    });

    test.each(Object.keys(PUBLIC))("keeps them out of its %s", async (surface) => {
      const answer = await (PUBLIC[surface] as (slug: string) => Promise<string>)(scene().poll.slug);
      const figures = leaks(answer);
      if (!maySee(shown, state, "nobody")) expect(figures).toEqual([]);
      else if (surface.startsWith("picture")) expect(figures).not.toEqual([]);
      else if (surface.startsWith("record")) expect(figures).toContain(String(VOTES.approach));
    });
  },
);

test("the description of itself names each address as it is asked", async () => {
  const { paths } = JSON.parse(await ask("/openapi.json", null)) as { paths: Record<string, unknown> };
  expect(Object.keys(paths)).toContain("/api/v1/articles/{slug}/poll/vote");
  for (const path of Object.keys(paths)) expect(path).not.toContain("/api/v1/api");
});

test("a crawler that says it is somebody else, or asks for more, gets what everybody gets", async () => {
  const { poll } = scenes.get("after_vote open") as Scene;
  for (const path of [
    `/articles/${poll.slug}/poll?results=1`,
    `/articles/${poll.slug}/poll?viewer=admin&expand=results`,
    `/articles/${poll.slug}/poll/vote`,
    `/articles/${poll.slug}/poll/`,
    `/articles/${poll.slug.toUpperCase()}/poll`,
    `/articles/${poll.slug}/poll/debate?all=true`,
  ])
    expect(leaks(await ask(path, null)), path).toEqual([]);
});
