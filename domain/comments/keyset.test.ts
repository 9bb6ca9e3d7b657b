import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { SORTS, type CommentView, type Sort } from "./comment";
import { page } from "./queries";
import { react, takeBackReaction } from "./react";
import { withdraw } from "./withdraw";
import type { Member } from "@/domain/members/member";
import { database } from "@/platform/database";
import { aComment, aCrowd, anEmptyArticle, aTree, type AnArticle } from "@/test/discussion";
import { effort } from "@/test/effort";

let people: Member[];
beforeAll(async () => {
  people = await aCrowd(400);
});

/** Everything one meets, level by level to the bottom, by cursor alone; `between` happens between any two pages. */
async function walk(
  slug: string,
  sort: Sort,
  limit: number,
  between: () => Promise<void> = () => Promise.resolve(),
) {
  const met: string[] = [];
  const below = async (items: CommentView[]): Promise<void> => {
    for (const comment of items) {
      met.push(comment.id);
      await below(comment.replies.items);
      await on(comment.id, comment.replies.next);
    }
  };
  const on = async (parent: string | undefined, next: string | null): Promise<void> => {
    for (let after = next; after !== null;) {
      await between();
      const more = await page(slug, { parent, sort, after, limit }, null);
      await below(more.items);
      after = more.next;
    }
  };
  const first = await page(slug, { sort, limit }, null);
  await below(first.items);
  await on(undefined, first.next);
  return met;
}

const listedIn = async (article: AnArticle): Promise<string[]> =>
  (
    await database().comment.findMany({
      where: { articleId: article.id, listed: true },
      select: { id: true },
    })
  ).map(({ id }) => id);

/** Somebody posts, reacts, takes a reaction back or withdraws, at some place. */
type Deed = {
  what: "post" | "react" | "unreact" | "withdraw";
  where: number;
  who: number;
  kind: "respect" | "unconvinced";
};
const deeds = fc.array(
  fc.record<Deed>({
    what: fc.constantFrom("post", "react", "react", "react", "unreact", "withdraw"),
    where: fc.nat(1000),
    who: fc.nat(399),
    kind: fc.constantFrom("respect", "unconvinced"),
  }),
  { minLength: 20, maxLength: 60 },
);

async function act(article: AnArticle, { what, where, who, kind }: Deed): Promise<void> {
  const all = await listedIn(article);
  const id = all[where % all.length] ?? "";
  const actor = what === "withdraw" ? await authorOf(id) : people[who];
  if (!actor) throw new Error("Nobody is there to act.");
  const doing = {
    post: () => aComment(article, actor, { parent: where % 3 === 0 ? undefined : id }),
    react: () => react(id, kind, actor),
    unreact: () => takeBackReaction(id, actor),
    withdraw: () => withdraw(id, actor),
  };
  // Answering a tombstone or reacting to oneself is refused; that is not what is asked here.
  await doing[what]().catch((error: unknown) => {
    if (!(error instanceof Error && "status" in error)) throw error;
  });
}

async function authorOf(id: string): Promise<Member | undefined> {
  const comment = await database().comment.findUnique({ where: { id }, select: { authorId: true } });
  return people.find((one) => one.id === comment?.authorId);
}

describe("walking a discussion by cursor", () => {
  test.each(SORTS)("meets every comment once, in the order %s, at every level", async (sort) => {
    const article = await anEmptyArticle();
    await aTree(article, people, { comments: 150, seed: 7 });
    const met = await walk(article.slug, sort, 4);
    expect([...met].sort()).toEqual((await listedIn(article)).sort());
  });

  test.each(["best", "bridging", "newest", "oldest", "replies"] as const)(
    "meets everyone who was there when it began exactly once, in the order %s, while others post, react and withdraw",
    async (sort) => {
      await fc.assert(
        fc.asyncProperty(deeds, fc.integer({ min: 1, max: 6 }), async (all, limit) => {
          const article = await anEmptyArticle();
          await aTree(article, people, { comments: 40, seed: all.length });
          const before = await listedIn(article);
          const left = [...all];
          const met = await walk(article.slug, sort, limit, async () => {
            for (const deed of left.splice(0, 3)) await act(article, deed);
            if (sort === "bridging") await shuffleBridging(article);
          });
          const ofThose = met.filter((id) => before.includes(id));
          // A level that was first opened later began later; so whoever stood there then is met too.
          expect(new Set(met).size).toBe(met.length);
          expect([...ofThose].sort()).toEqual([...before].sort());
        }),
        // A failure is shown as it came: to shrink it would take minutes.
        { numRuns: effort(3, 60), endOnFailure: true },
      );
    },
    600_000,
  );
});

const shuffleBridging = (article: AnArticle) =>
  database()
    .$executeRaw`UPDATE comment SET bridging = random() WHERE article_id = ${article.id}::uuid AND random() < 0.3`;

test.each([
  ["of another article", async () => (await page((await big()).slug, { sort: "best", limit: 1 }, null)).next],
  ["of another order", async (slug: string) => (await page(slug, { sort: "newest", limit: 1 }, null)).next],
  [
    "that somebody changed",
    async (slug: string) =>
      ((await page(slug, { sort: "best", limit: 1 }, null)).next ?? "").replace(/^.{4}/, "AAAA"),
  ],
  [
    "that somebody wrote themselves, for a rank they would like to know about",
    () =>
      Promise.resolve(
        Buffer.from("0.5~01890000-0000-7000-8000-000000000000~1:1:~abcdefghijkl").toString("base64url"),
      ),
  ],
  ["that is nothing of ours", () => Promise.resolve("hello")],
])("a cursor %s is refused", async (_, make) => {
  const { slug } = await big();
  const after = await make(slug);
  await expect(page(slug, { sort: "best", limit: 1, after: after ?? "" }, null)).rejects.toMatchObject({
    status: 400,
  });
});

test("a cursor does not tell the rank it carries", async () => {
  const { slug } = await big();
  const { next } = await page(slug, { sort: "best", limit: 1 }, null);
  expect(Buffer.from(next ?? "", "base64url").toString("latin1")).not.toMatch(/0\.\d{3}|-[0-9a-f]{4}-7/);
});

test("a cursor into a branch that was taken away since leads on through its tombstones to an end", async () => {
  const article = await anEmptyArticle();
  const [author, ...others] = (await aCrowd(7)) as [Member, ...Member[]];
  const root = await aComment(article, author);
  const replies: string[] = [];
  for (const by of others) replies.push((await aComment(article, by, { parent: root.id })).id);
  const query = { parent: root.id, sort: "oldest", limit: 2 } as const;
  let { next } = await page(article.slug, query, null);

  await withdraw(root.id, author);
  for (const [nth, by] of others.entries()) await withdraw(replies[nth] ?? "", by);
  const met: CommentView[] = [];
  while (next !== null) {
    const more = await page(article.slug, { ...query, after: next }, null);
    met.push(...more.items);
    next = more.next;
  }
  expect(met.map(({ id }) => id)).toEqual(replies.slice(2));
  expect(met.every(({ html, state }) => html === "" && state === "withdrawn")).toBe(true);
});

async function big(): Promise<AnArticle> {
  const article = await anEmptyArticle();
  await aTree(article, people, { comments: 5, seed: 1 });
  return article;
}
