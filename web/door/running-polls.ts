import "server-only";

import { pollAt } from "@/domain/polls/queries";
import { closePoll, concludePoll, pinCase, reword, setClosing } from "@/domain/polls/administration/commands";
import { Closing, ClosingTime, PinnedCase, PollWording } from "@/domain/polls/administration/schema";
import { done } from "@/web/route/answer";
import { EXAMPLE_ID } from "@/web/route/openapi-words";
import { member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

const votePage = (slug: string): { location: string } => ({ location: `/articles/${slug}/vote` });

/** How editors run a poll: its end, its last word, its words, and the cases they pin. */
export function runningPolls(door: Door): void {
  door.put("/articles/{slug}/poll/close", {
    who: member,
    output: { 204: null },
    summary: "Close the poll now (editors)",
    run: async ({ params, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await closePoll(id, actor);
      return done(votePage(params.slug));
    },
  });

  door.put("/articles/{slug}/poll/closing-time", {
    who: member,
    output: { 204: null },
    input: ClosingTime,
    example: { closes: "2026-12-24T18:00" },
    summary: "Set the poll's closing time; without one it stays open (editors)",
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await setClosing(id, input.closes ?? null, actor);
      return done(votePage(params.slug));
    },
  });

  door.put("/articles/{slug}/poll/closing-statement", {
    who: member,
    output: { 204: null },
    input: Closing,
    example: { statement: "Thank you; the two sides were closer than they thought." },
    summary: "Write the author's closing statement, in Markdown (editors)",
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await concludePoll(id, input.statement ?? null, actor);
      return done(votePage(params.slug));
    },
  });

  door.put("/articles/{slug}/poll/words", {
    who: member,
    output: { 204: null },
    input: PollWording,
    example: { question: "Approach, or complementary?", options: [] },
    summary: "Reword the question and its options; a new version once somebody has voted (editors)",
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await reword(id, input, actor);
      return done(votePage(params.slug));
    },
  });

  door.put("/articles/{slug}/poll/cases/{side}", {
    who: member,
    output: { 204: null },
    input: PinnedCase,
    example: { comment: EXAMPLE_ID },
    summary:
      "Pin a comment as a side's best case, labelled as such a choice (editors, and moderators of the discussion)",
    run: async ({ params, input, actor }) => {
      const { id } = await pollAt(params.slug, actor);
      await pinCase(id, { side: params.side, comment: input.comment ?? null }, actor);
      return done(votePage(params.slug));
    },
  });
}
