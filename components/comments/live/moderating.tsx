"use client";

import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { DecideForm } from "@/components/moderation/decide-form";
import { LockForm } from "@/components/moderation/lock-form";
import { decided, NEEDS_RULE } from "@/components/moderation/sentences";
import outcomes from "@/components/moderation/outcome.module.css";
import { decidedPath, moderatePath } from "@/components/comments/paths";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DiscussionContext, ModeratingAt } from "./discussion-context";
import { useModerating } from "./use-moderating";
import styles from "./live.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Props = { context: DiscussionContext; at: ModeratingAt; onClose: () => void };

/**
 * A moderator's deed at the comment itself: the desk's own forms, and its line of what was decided. Only moderators load this.
 */
export default function Moderating({ context, at, onClose }: Props) {
  const { seen, asks, outcome, problem, act, lock, takeBack } = useModerating(context, at);
  const place = useRef<HTMLDivElement>(null);
  // What one pressed is gone: the keyboard goes on from what became of it.
  useEffect(() => {
    if (outcome !== null || asks) place.current?.focus();
  }, [outcome, asks]);
  const way = { back: decidedPath(at.id), refused: moderatePath(at.id) };
  const ruleMissing = problem === t.pleaseChooseTheHouseRule && at.wish !== "lock";
  const by = seen?.claim && !seen.claim.mine ? seen.claim.by : null;
  return createPortal(
    <div
      ref={place}
      className={styles.moderating}
      tabIndex={-1}
      role="group"
      aria-label={t.moderateThisComment}
      // Until there is something to say or to ask.
      hidden={outcome === null && problem === null && !(asks && seen)}
    >
      {problem !== null && !ruleMissing && <Notice kind="problem">{problem}</Notice>}
      {outcome !== null && (
        <p className={outcomes.outcome} role="status">
          <span>{outcome.sentence}</span>
          {outcome.undo && (
            <Button type="button" look="quiet" onClick={() => void takeBack()}>
              {t.undo}
            </Button>
          )}
        </p>
      )}
      {outcome === null && asks && seen !== null && (
        <>
          {by !== null && <p>{say(t.isLookingAtThis, { by })}</p>}
          {seen.last && (
            <p>{decided(seen.last, context.reader.viewer?.member?.handle ?? null, seen.rules)}</p>
          )}
          {at.wish === "lock" ? (
            <LockForm
              comment={seen.comment}
              rules={seen.rules}
              way={way}
              onLock={(ground) => void lock(ground)}
            />
          ) : (
            <DecideForm
              item={{ last: seen.last, reports: [] }}
              comment={seen.comment}
              rules={seen.rules}
              way={way}
              kept={null}
              reasons={at.wish === "reasons" || undefined}
              ruleMissing={ruleMissing}
              onDecide={(action, ground, explanation) =>
                void act(action, NEEDS_RULE.includes(action) ? ground : "", explanation)
              }
            />
          )}
        </>
      )}
      <Button type="button" look="quiet" onClick={onClose}>
        {t.close}
      </Button>
    </div>,
    at.host,
  );
}
