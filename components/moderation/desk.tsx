"use client";

import { Button } from "@/components/ui/button";
import type { ItemFlash } from "@/components/ui/form-flash";
import type { DeskPage } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { DeskItem } from "./desk-item";
import { openItems } from "./desk-state";
import { KeysHelp } from "./keys-help";
import { SanctionDialog } from "./sanction-dialog";
import { useDesk, type Me } from "./use-desk";
import { useDeskShortcuts } from "./use-desk-shortcuts";
import styles from "./desk.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  page: DeskPage;
  rules: HouseRule[];
  me: Me;
  back: string;
  more: string | null;
  /** The page on which everything that matches is decided about at once; null for appeals. */
  together: string | null;
  kept?: ItemFlash;
};

/**
 * The list a moderator works through. The server draws it whole, with a plain form an item; with script, decisions are made in
 * place, by mouse or by keyboard, items stay where they are, and what other moderators do appears beside them.
 */
export function Desk({ page, rules, me, back, more, together, kept = null }: Props) {
  const desk = useDesk(page.items, rules, me, more);
  useDeskShortcuts(desk, rules);
  const { state, dispatch, press, takeBack } = desk;
  const closeDialog = () => dispatch({ type: "dialog-closed" });
  return (
    <>
      <Hint news={desk.news} onHelp={() => dispatch({ type: "dialog-opened", dialog: { kind: "help" } })} />
      <ol className={styles.list}>
        {state.items.map((item) => (
          <DeskItem
            key={item.id}
            item={item}
            rules={rules}
            back={back}
            current={item.id === state.current}
            picked={item.comment ? state.picked.has(item.comment.id) : false}
            reasons={state.reasons?.id === item.id}
            outcome={state.outcomes[item.id]}
            problem={state.problems[item.id]}
            kept={kept?.item === item.id ? kept : null}
            on={{
              current: () => dispatch({ type: "focused", id: item.id }),
              pick: (on) => item.comment && dispatch({ type: "picked", comment: item.comment.id, on }),
              reasons: (open) => dispatch({ type: "reasons-toggled", id: item.id, open }),
              decide: (action, ground, explanation) => press(item, action, ground, explanation),
              undo: (decision) => void takeBack(item, decision),
            }}
          />
        ))}
      </ol>
      <BulkBar picked={state.picked.size} />
      {together !== null && state.items.length > 1 && (
        <p>
          <a href={together}>{t.decideAboutAllListed}</a>
        </p>
      )}
      <End all={state.items.length} open={openItems(state).length} more={desk.more} back={back} />
      <KeysHelp open={state.dialog?.kind === "help"} onClose={closeDialog} />
      <SanctionDialog
        wish={state.dialog?.kind === "sanction" ? state.dialog.wish : null}
        rules={rules}
        back={back}
        onClose={closeDialog}
      />
    </>
  );
}

function Hint({ news, onHelp }: { news: string; onHelp: () => void }) {
  return (
    <p className={`${styles.hint} needs-script`}>
      {rich(t.jNextAApprove, { kbd: (words) => <kbd>{words}</kbd> })}{" "}
      <Button type="button" look="quiet" onClick={onHelp}>
        {t.allKeys}
      </Button>
      {news !== "" && <span role="status"> {news}</span>}
    </p>
  );
}

function BulkBar({ picked }: { picked: number }) {
  return (
    <form id="bulk" action="/moderation/bulk" className={styles.bulk} data-some={picked > 0 || undefined}>
      <Button>{picked === 0 ? t.decideAboutTheSelected : say(t.decideAboutSelected, { picked })}</Button>
    </form>
  );
}

/** Below the list: the way on, or that there is none. */
function End({ all, open, more, back }: { all: number; open: number; more: string | null; back: string }) {
  if (more !== null)
    return (
      <p>
        <a href={more}>{open === 0 ? t.nextPage : t.more}</a>
      </p>
    );
  if (all === 0 || open > 0) return null;
  return (
    <p role="status">
      {say(t.thatWasTheLast, { all })}. <a href={back}>{t.refresh}</a>
    </p>
  );
}
