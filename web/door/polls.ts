import "server-only";

import {
  castVote,
  castVoteAndSayWhy,
  guess,
  justShow,
  takeBackMindChange,
  tellMindChange,
  withdrawVote,
} from "@/domain/polls/commands";
import { mindChangeCandidates } from "@/domain/polls/debate/candidates";
import { debateOf } from "@/domain/polls/debate/queries";
import type { Member } from "@/domain/members/member";
import { asMine, asView, pollAt, type FoundPoll } from "@/domain/polls/queries";
import { QuotedReasonsSchema } from "@/domain/polls/reasons/answers";
import { removeReason } from "@/domain/polls/reasons/commands";
import { quotedReasons } from "@/domain/polls/reasons/queries";
import { RemovedReason } from "@/domain/polls/reasons/schema";
import { judgeReply, replyForSide, takeReplyBack } from "@/domain/polls/replies/commands";
import { repliesToJudge } from "@/domain/polls/replies/queries";
import { OnReply } from "@/domain/polls/replies/schema";
import { NewGuess, NewMindChange, NewVote, SideWords } from "@/domain/polls/schema";
import { PollAnswerSchema } from "@/domain/polls/answers";
import { CandidatesSchema, DebateViewSchema } from "@/domain/polls/debate/answers";
import { RepliesToJudgeSchema } from "@/domain/polls/replies/answers";
import { done, ok } from "@/web/route/answer";
import { EXAMPLE_ID } from "@/web/route/openapi-words";
import { perMinute } from "@/web/protection/rate-limit";
import { anyone, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import * as t from "#messages/api";

/** The poll of an article: what it asks, what may be shown of its answers, and one's own vote in it. */
export function polls(door: Door): void {
  door.get("/articles/{slug}/poll", {
    who: anyone,
    output: { 200: PollAnswerSchema },
    coalesce: true,
    summary: "The poll, with your vote and the results you may see",
    run: async ({ params, actor }) => ok(await answer(params.slug, actor)),
  });

  door.put("/articles/{slug}/poll/vote", {
    who: member,
    output: { 200: PollAnswerSchema },
    input: NewVote,
    example: { option: "approach" },
    summary: "Vote, or change your vote",
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      const { option, because, why, quotable } = input;
      if (why === undefined) return ok(shown(await castVote({ article: params.slug, option }, actor), actor));
      const { id } = await pollAt(params.slug, actor);
      await castVoteAndSayWhy({ poll: id, option }, { because, why, quotable }, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.delete("/articles/{slug}/poll/vote", {
    who: member,
    output: { 200: PollAnswerSchema },
    summary: "Withdraw your vote",
    limit: perMinute(30),
    run: async ({ params, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await withdrawVote(id, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.put("/articles/{slug}/poll/pass", {
    who: member,
    output: { 200: PollAnswerSchema },
    summary: "Show the result without voting; remembered for this poll",
    limit: perMinute(30),
    afterSignIn: t.signedInAndShown,
    run: async ({ params, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await justShow(id, actor);
      return ok(await answer(params.slug, actor));
    },
  });
}

/** What surrounds the vote: a guess before the result, what changed one's mind, and the last words of its sides. */
export function pollDebate(door: Door): void {
  door.put("/articles/{slug}/poll/guess", {
    who: member,
    output: { 200: PollAnswerSchema },
    input: NewGuess,
    example: { share: 60 },
    summary: "Guess what percentage chose the first side; leave out the share to skip the guess",
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await guess(id, input.share === undefined ? null : input.share / 100, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.put("/articles/{slug}/poll/mind-change", {
    who: member,
    output: { 200: PollAnswerSchema },
    input: NewMindChange,
    example: {
      because: EXAMPLE_ID,
      why: "I had taken the two for rivals, and they turn out to need each other.",
    },
    summary: "Say what changed your mind, or brought you closer",
    limit: perMinute(10),
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await tellMindChange(id, input, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.get("/articles/{slug}/poll/mind-change", {
    who: member,
    output: { 200: CandidatesSchema },
    summary: "Comments you answered or reacted to, and answers to yours: which of them changed your mind?",
    run: async ({ params, actor }) => {
      await pollAt(params.slug, actor);
      return ok({ items: await mindChangeCandidates(params.slug, actor) });
    },
  });

  door.delete("/articles/{slug}/poll/mind-change", {
    who: member,
    output: { 200: PollAnswerSchema },
    summary: "Withdraw what you said changed your mind",
    limit: perMinute(10),
    run: async ({ params, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await takeBackMindChange(id, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.get("/articles/{slug}/poll/debate", {
    who: anyone,
    output: { 200: DebateViewSchema.nullable() },
    coalesce: true,
    summary: "What the argument changed: best cases, flows and opinion over time, if you may see results",
    run: async ({ params, actor }) => {
      const { articleId } = await pollAt(params.slug, actor);
      return ok(await debateOf({ id: articleId, slug: params.slug }, actor));
    },
  });
}

/** What is quoted of why votes changed, and who takes it down. */
export function quotedReasonsOf(door: Door): void {
  door.get("/articles/{slug}/poll/reasons", {
    who: member,
    output: { 200: QuotedReasonsSchema },
    summary: "Quoted reasons for changed votes, for review (editors and moderators)",
    run: async ({ params, actor }) => ok({ items: await quotedReasons(params.slug, actor) }),
  });

  door.delete("/articles/{slug}/poll/reasons/{id}", {
    who: member,
    output: { 204: null },
    input: RemovedReason,
    example: { ground: "person", explanation: "It calls somebody names." },
    summary: "Remove the words of a quoted reason, for a house rule (editors and moderators)",
    limit: perMinute(60),
    run: async ({ params, input, actor }) => {
      await removeReason(params, input, actor);
      return done({ location: `/articles/${params.slug}/replies` });
    },
  });
}

/** The last words of each side, and who looks at them before they stand in the record. */
export function sideReplies(door: Door): void {
  door.get("/articles/{slug}/poll/replies", {
    who: member,
    output: { 200: RepliesToJudgeSchema },
    summary: "Each side's reply, for review (editors and moderators)",
    run: async ({ params, actor }) => ok({ items: await repliesToJudge(params.slug, actor) }),
  });

  door.put("/articles/{slug}/poll/replies/{side}", {
    who: member,
    output: { 204: null },
    input: SideWords,
    example: { words: "We read the result as a beginning." },
    summary:
      "A side's reply for the record of the debate, by the author of its best case, after the close; it is pending until approved",
    limit: perMinute(10),
    run: async ({ params, input, actor }) => {
      await replyForSide(params, input.words, actor);
      return done({ location: `/articles/${params.slug}/vote` });
    },
  });

  door.delete("/articles/{slug}/poll/replies/{side}", {
    who: member,
    output: { 204: null },
    summary: "Withdraw your side's reply",
    limit: perMinute(10),
    run: async ({ params, actor }) => {
      await takeReplyBack(params, actor);
      return done({ location: `/articles/${params.slug}/vote` });
    },
  });

  door.put("/articles/{slug}/poll/replies/{side}/decision", {
    who: member,
    output: { 204: null },
    input: OnReply,
    example: { action: "approve", revision: 1 },
    summary: "Add a side's reply to the record, or leave it out (editors and moderators)",
    run: async ({ params, input, actor }) => {
      await judgeReply(params, input, actor);
      return done({ location: `/articles/${params.slug}/replies` });
    },
  });
}

const answer = async (slug: string, viewer: Member | null) => shown(await pollAt(slug, viewer), viewer);

const shown = (poll: FoundPoll, viewer: Member | null) => ({
  ...asView(poll),
  mine: viewer && asMine(poll, viewer),
});
