import { useEffect, useRef, useState } from "react";
import { fetchComment } from "@/client/comments";
import {
  decide,
  fetchRules,
  fetchStandings,
  lockThread,
  pinCase,
  undo,
  type Deciding,
} from "@/client/moderation";
import type { Result } from "@/client/api";
import type { CommentView } from "@/domain/comments/comment";
import type { CommentAction, LastDecision } from "@/domain/moderation/decisions/decision";
import type { Claim } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { actionsOn, decided, NEEDS_RULE } from "@/components/moderation/sentences";
import type { DiscussionContext, ModeratingAt } from "./discussion-context";
import { readsAs, redrawn } from "./own-comment";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** What a moderator decides on: the comment as it is on the page, and what was decided about it last. */
type Seen = { comment: CommentView; last: LastDecision | null; claim: Claim | null; rules: HouseRule[] };
/** What was done; `undo` takes it back. */
type Outcome = { sentence: string; undo: (() => Promise<Result<unknown>>) | null };

type Me = { handle: string; name: string } | null;

/** The state of one deed at one comment: what is seen, what came of it, and why not. */
export function useModerating(context: DiscussionContext, at: ModeratingAt) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asks, setAsks] = useState(at.wish === "reasons" || at.wish === "lock");
  const busy = useRef(false);
  const begun = useRef(false);
  const { id, wish } = at;
  const me = context.reader.viewer?.member ?? null;

  /** @returns what stands now, once it is on the page as well */
  async function look(): Promise<Seen | null> {
    const told = await fetchSeen(id);
    if (!told.ok) {
      setProblem(told.problem.detail);
      return null;
    }
    const found = told.body;
    const changed = !readsAs(id, found.comment);
    if (changed) redrawn(context, found.comment);
    setSeen(found);
    if (!changed) return found;
    setProblem(t.changedSinceYouLoadedIt);
    setAsks(true);
    return null;
  }

  async function attempt<T>(ask: () => Promise<Result<T>>, done: (body: T) => Outcome): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    const told = await ask();
    if (told.ok) setOutcome(done(told.body));
    else {
      setProblem(told.problem.detail);
      setAsks(true);
    }
    // Decided or refused: either may have changed how it stands.
    const now = await fetchComment(id);
    if (now.ok) redrawn(context, now.body.comment);
    if (!told.ok && told.problem.status === 409) await look();
    busy.current = false;
  }

  const act = (action: CommentAction, ground: string, explanation: string, on = seen) =>
    on === null
      ? Promise.resolve()
      : NEEDS_RULE.includes(action) && ground === ""
        ? setProblem(t.pleaseChooseTheHouseRule)
        : attempt(
            () => decide(wishOf(on, action, ground, explanation)),
            ({ decision }) => ({
              sentence: sentenceOf({ action, ground, before: on.comment.state }, me, on.rules),
              undo: () => undo(decision),
            }),
          );

  const lock = (ground: string, on = seen) =>
    attempt(
      () =>
        lockThread(
          on?.comment.locked ? { action: "unlock", comment: id } : { action: "lock", comment: id, ground },
        ),
      ({ locked }) => ({
        sentence: sentenceOf(
          { action: locked ? "lock" : "unlock", ground: locked ? ground : "", before: null },
          me,
          on?.rules ?? [],
        ),
        undo: locked ? () => lockThread({ action: "unlock", comment: id }) : null,
      }),
    );

  const pin = ({ key, label }: { key: string; label: string }) =>
    attempt(
      () => pinCase(context.thread.slug, key, id),
      () => ({
        sentence: say(t.pinnedAsTheBestCase, { label }),
        undo: () => pinCase(context.thread.slug, key, null),
      }),
    );

  const takeBack = () =>
    outcome?.undo ? attempt(outcome.undo, () => ({ sentence: t.undone, undo: null })) : Promise.resolve();

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void (async () => {
      if (at.wish === "pin") {
        await pin(at.side);
        return;
      }
      const found = await look();
      if (found === null) return;
      const [kindest] = actionsOn(found.comment.state);
      // What somebody else has decided is shown before it is decided again.
      const settled = found.last !== null && found.last.moderator?.handle !== me?.handle;
      if (wish === "unlock") await lock("", found);
      if (wish === "settle" && kindest && !NEEDS_RULE.includes(kindest) && !settled)
        await act(kindest, "", "", found);
      else if (wish === "settle") setAsks(true);
    })();
  });

  return { seen, asks, outcome, problem, act, lock, takeBack };
}

async function fetchSeen(id: string): Promise<Result<Seen>> {
  const [comment, standings, rules] = await Promise.all([
    fetchComment(id),
    fetchStandings([id]),
    fetchRules(),
  ]);
  if (!comment.ok) return comment;
  if (!standings.ok) return standings;
  if (!rules.ok) return rules;
  const [standing] = standings.body.items;
  return {
    ok: true,
    body: {
      comment: comment.body.comment,
      last: standing?.last ?? null,
      claim: standing?.claim ?? null,
      rules: rules.body.rules,
    },
  };
}

type Done = Pick<LastDecision, "action" | "before"> & { ground: string };

/** What this moderator has done, in words. */
const sentenceOf = ({ action, before, ground }: Done, me: Me, rules: HouseRule[]): string =>
  decided(
    {
      action,
      before,
      ground: ground === "" ? null : ground,
      moderator: me && { handle: me.handle, name: me.name, role: "moderator" },
    },
    me?.handle ?? null,
    rules,
  );

const wishOf = (
  { comment, last }: Seen,
  action: CommentAction,
  ground: string,
  explanation: string,
): Deciding => ({
  action,
  comment: comment.id,
  revision: comment.revision,
  ...(last && { seen: last.id }),
  ...(ground !== "" && { ground }),
  ...(explanation !== "" && { explanation }),
});
