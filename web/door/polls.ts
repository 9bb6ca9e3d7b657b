import "server-only";

import { castVote, justShow, withdrawVote } from "@/domain/polls/commands";
import type { Member } from "@/domain/members/member";
import { asMine, asView, pollAt } from "@/domain/polls/queries";
import { NewVote, PollAnswer } from "@/domain/polls/schema";
import { anyone, member, ok, perMinute, type Door } from "@/web/frame";

/** The poll of an article: what it asks, what may be shown of its answers, and one's own vote in it. */
export function polls(door: Door): void {
  door.get("/articles/{slug}/poll", {
    who: anyone,
    output: PollAnswer,
    summary: "The poll, with results as far as you may see them, and what is yours in it",
    run: async ({ params, actor }) => ok(await answer(params.slug, actor)),
  });

  door.put("/articles/{slug}/poll/vote", {
    who: member,
    input: NewVote,
    output: PollAnswer,
    summary: "Vote, or change your vote",
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await castVote({ poll: id, option: input.option }, actor);
      return ok(await answer(params.slug, actor));
    },
  });

  door.delete("/articles/{slug}/poll/vote", {
    who: member,
    output: PollAnswer,
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
    output: PollAnswer,
    summary: "Just show me: see results without voting, remembered for this poll",
    limit: perMinute(30),
    run: async ({ params, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await justShow(id, actor);
      return ok(await answer(params.slug, actor));
    },
  });
}

async function answer(slug: string, viewer: Member | null) {
  const poll = await pollAt(slug, viewer);
  return { ...asView(poll), mine: viewer && asMine(poll, viewer) };
}
