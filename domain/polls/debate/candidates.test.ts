import { expect, test } from "vitest";
import { mindChangeCandidates } from "./candidates";
import { react } from "@/domain/comments/react";
import { withdraw } from "@/domain/comments/withdraw";
import { aCrowd, aComment, anEmptyArticle } from "@/test/discussion";

test("which of these changed your mind: what one answered or reacted to, and answers to one's own, the latest first", async () => {
  const [article, other] = [await anEmptyArticle({ poll: "after_vote" }), await anEmptyArticle()];
  const [bo, cy] = await aCrowd(2);
  if (!bo || !cy) throw new Error("There were two.");
  const answered = await aComment(article, bo, { text: "Who is asked, learns." });
  const respected = await aComment(article, bo);
  const passedBy = await aComment(article, bo);
  const own = await aComment(article, cy, { parent: answered.id });
  const reply = await aComment(article, bo, { parent: own.id });
  await react(respected.id, "respect", cy);
  await react((await aComment(other, bo)).id, "respect", cy);
  const found = await mindChangeCandidates(article.slug, cy);
  expect(found.map(({ id }) => id)).toEqual([respected.id, reply.id, answered.id]);
  expect(found.at(-1)).toMatchObject({ name: "One of many 1", excerpt: "Who is asked, learns." });
  expect(found.map(({ id }) => id)).not.toContain(passedBy.id);

  await withdraw(answered.id, bo);
  expect((await mindChangeCandidates(article.slug, cy)).map(({ id }) => id)).toEqual([
    respected.id,
    reply.id,
  ]);
  expect((await mindChangeCandidates(article.slug, bo)).map(({ id }) => id)).toEqual([own.id]);
});

test("a reader who has only read is offered what others respect most, and never their own", async () => {
  const article = await anEmptyArticle({ poll: "after_vote" });
  const [bo, cy, dee] = await aCrowd(3);
  if (!bo || !cy || !dee) throw new Error("There were three.");
  const plain = await aComment(article, bo);
  const respected = await aComment(article, bo);
  const own = await aComment(article, cy);
  await react(respected.id, "respect", dee);
  expect((await mindChangeCandidates(article.slug, cy)).map(({ id }) => id)).toEqual([
    respected.id,
    plain.id,
  ]);
  expect((await mindChangeCandidates(article.slug, dee)).map(({ id }) => id)).toEqual([respected.id]);
  expect((await mindChangeCandidates(article.slug, bo)).map(({ id }) => id)).toEqual([own.id]);
});
