"use client";

import { useEffect, useState } from "react";
import { decide, undo, type Deciding } from "@/client/moderation";
import { Button } from "@/components/ui/button";
import type { CommentAction } from "@/domain/moderation/decisions/decision";
import type { DeskItem as Item, DeskPage } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { DeskItem, type Outcome } from "./desk-item";
import { KeysHelp } from "./keys-help";
import { ACTIONS_OF, decided, NEEDS_RULE } from "./sentences";
import { SanctionDialog, type Sanctioning } from "./sanction-dialog";
import { useKeys } from "./use-keys";
import { useOthers } from "./use-others";
import { useRest } from "./use-rest";
import styles from "./desk.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  page: DeskPage;
  rules: HouseRule[];
  me: { handle: string; name: string };
  back: string;
  more: string | null;
  /** The page on which everything that matches is decided about at once; null for appeals. */
  together: string | null;
};

/**
 * The list a moderator works through. The server draws it whole, with a plain form an item; with script, decisions are made in
 * place, by mouse or by keyboard, items stay where they are, and what other moderators do appears beside them.
 */
export function Desk({ page, rules, me, back, more, together }: Props) {
  const [items, setItems] = useState(page.items);
  const [outcomes, setOutcomes] = useState<Record<string, Outcome | null>>({});
  const [problems, setProblems] = useState<Record<string, string | null>>({});
  const [current, setCurrent] = useState<string | null>(null);
  const [reasons, setReasons] = useState<{ id: string; action: CommentAction } | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [sanctioning, setSanctioning] = useState<Sanctioning | null>(null);
  const [help, setHelp] = useState(false);
  const [shown, setShown] = useState(0);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const rest = useRest(more, (fresh) => setItems((all) => withNew(all, fresh)));

  // Once drawn: what was decided above has become a line, and everything below has moved up.
  useEffect(() => {
    const element = shown > 0 && current !== null ? document.getElementById(`item-${current}`) : null;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }, [shown, current, reasons]);

  const open = items.filter(({ id }) => !outcomes[id]);
  const news = useOthers(open, current, (standing) => {
    const item = items.find(({ id }) => id === standing.id);
    if (!item || busy.has(item.id)) return;
    const claimed = { ...item, claim: standing.claim };
    if (standing.last && standing.last.id !== item.last?.id)
      setOutcomes((all) => ({
        ...all,
        [item.id]: {
          sentence: decided(
            standing.last ?? { action: "approve", ground: null, moderator: null },
            me.handle,
            rules,
          ),
          undo: standing.last?.id ?? null,
        },
      }));
    else if (item.claim?.by !== standing.claim?.by || item.claim?.mine !== standing.claim?.mine)
      setItems((all) => all.map((one) => (one.id === item.id ? claimed : one)));
  });

  function show(id: string | undefined) {
    if (id === undefined) return;
    setCurrent(id);
    setShown((times) => times + 1);
  }

  async function step(by: 1 | -1) {
    const at = items.findIndex(({ id }) => id === current);
    const next = items[at < 0 ? 0 : Math.max(at + by, 0)] ?? (await rest.read())[0];
    show(next?.id ?? items.at(-1)?.id);
  }

  async function act(item: Item, action: CommentAction, ground: string, explanation: string) {
    if (!item.comment || busy.has(item.id)) return;
    if (NEEDS_RULE.includes(action) && ground === "") {
      setReasons({ id: item.id, action });
      setProblems((all) => ({ ...all, [item.id]: t.pleaseChooseTheHouseRule }));
      return;
    }
    setBusy((all) => new Set(all).add(item.id));
    const told = await decide(wishOf(item, item.comment, action, ground, explanation));
    setBusy((all) => new Set([...all].filter((id) => id !== item.id)));
    if (!told.ok) {
      setProblems((all) => ({ ...all, [item.id]: told.problem.detail }));
      return;
    }
    const last = {
      id: told.body.decision,
      action,
      ground: ground === "" ? null : ground,
      moderator: { ...me, role: "moderator" as const },
    };
    setOutcomes((all) => ({
      ...all,
      [item.id]: { sentence: decided(last, me.handle, rules), undo: last.id },
    }));
    setProblems((all) => ({ ...all, [item.id]: null }));
    setReasons(null);
    const isDone = (id: string) => outcomes[id] !== undefined && outcomes[id] !== null;
    const next = nextOpen(items, item.id, isDone);
    show(next?.id ?? (await rest.read())[0]?.id ?? item.id);
    // The next page comes while the last of this one are looked at.
    if (items.filter(({ id }) => !isDone(id)).length <= READ_ON_AT) void rest.read();
  }

  async function takeBack(item: Item, decision: string) {
    const told = await undo(decision);
    if (!told.ok) {
      setProblems((all) => ({ ...all, [item.id]: told.problem.detail }));
      return;
    }
    setOutcomes((all) => ({ ...all, [item.id]: null }));
    setItems((all) =>
      all.map((one) =>
        one.id === item.id && one.comment
          ? {
              ...one,
              last: lastOf(told.body.decision, me),
              comment: { ...one.comment, state: told.body.state },
            }
          : one,
      ),
    );
    show(item.id);
  }

  const item = items.find(({ id }) => id === current);
  useKeys({
    disabled: help || sanctioning !== null,
    step: (by) => void step(by),
    approve: () => {
      const action = item?.comment && ACTIONS_OF[item.comment.state][0];
      if (item && action && !outcomes[item.id]) void act(item, action, "", "");
    },
    askReason: (action) => {
      if (item?.comment && !outcomes[item.id] && ACTIONS_OF[item.comment.state].includes(action))
        setReasons({ id: item.id, action });
    },
    reason: (nth) => {
      const rule = rules[nth - 1];
      if (item && rule && reasons?.id === item.id)
        void act(item, reasons.action, rule.key, explanationOf(item.id));
    },
    undo: () => {
      const decision = item && outcomes[item.id]?.undo;
      if (item && decision) void takeBack(item, decision);
    },
    sanction: (kind) => {
      if (item?.author && item.can.sanction) setSanctioning({ kind, author: item.author });
    },
    thread: () => {
      if (item?.comment) window.open(`/comments/${item.comment.id}`, "_blank", "noopener");
    },
    pick: () => {
      if (item?.comment) toggle(item.comment.id, !picked.has(item.comment.id));
    },
    close: () => {
      setReasons(null);
    },
    help: () => {
      setHelp(true);
    },
  });

  function toggle(id: string, on: boolean) {
    setPicked((all) => new Set(on ? [...all, id] : [...all].filter((one) => one !== id)));
  }

  return (
    <>
      <p className={`${styles.hint} needs-script`}>
        {rich(t.jNextAApprove, { kbd: (words) => <kbd>{words}</kbd> })}{" "}
        <Button type="button" look="quiet" onClick={() => setHelp(true)}>
          {t.allKeys}
        </Button>
        {news !== "" && <span role="status"> {news}</span>}
      </p>
      <ol className={styles.list}>
        {items.map((one) => (
          <DeskItem
            key={one.id}
            item={one}
            rules={rules}
            back={back}
            current={one.id === current}
            picked={one.comment ? picked.has(one.comment.id) : false}
            reasons={reasons?.id === one.id}
            outcome={outcomes[one.id]}
            problem={problems[one.id]}
            on={{
              current: () => setCurrent(one.id),
              pick: (on) => one.comment && toggle(one.comment.id, on),
              reasons: (on) =>
                setReasons((was) =>
                  on
                    ? { id: one.id, action: was?.id === one.id ? was.action : "reject" }
                    : was?.id === one.id
                      ? null
                      : was,
                ),
              decide: (action, ground, explanation) => void act(one, action, ground, explanation),
              undo: (decision) => void takeBack(one, decision),
            }}
          />
        ))}
      </ol>
      <form
        id="bulk"
        action="/moderation/bulk"
        className={styles.bulk}
        data-some={picked.size > 0 || undefined}
      >
        <Button>
          {picked.size === 0 ? t.decideAboutThoseSelected : say(t.decideAboutTogether, { size: picked.size })}
        </Button>
      </form>
      {together !== null && items.length > 1 && (
        <p>
          <a href={together}>{t.decideAboutAllThatMatchTogether}</a>
        </p>
      )}
      {rest.more !== null && (
        <p>
          <a href={rest.more}>{open.length === 0 ? t.onToTheNext : t.more}</a>
        </p>
      )}
      {items.length > 0 && open.length === 0 && rest.more === null && (
        <p role="status">
          {say(t.thatWasTheLast, { count: items.length })}. <a href={back}>{t.lookAgain}</a>
        </p>
      )}
      <KeysHelp open={help} onClose={() => setHelp(false)} />
      <SanctionDialog wish={sanctioning} rules={rules} back={back} onClose={() => setSanctioning(null)} />
    </>
  );
}

const wishOf = (
  item: Item,
  comment: { id: string; revision: number },
  action: CommentAction,
  ground: string,
  explanation: string,
): Deciding => ({
  action,
  comment: comment.id,
  revision: comment.revision,
  ...(item.last && { seen: item.last.id }),
  ...(ground !== "" && NEEDS_RULE.includes(action) && { ground }),
  ...(explanation !== "" && { explanation }),
});

const lastOf = (id: string, me: { handle: string; name: string }) => ({
  id,
  action: "undo" as const,
  at: new Date().toISOString(),
  ground: null,
  before: null,
  after: null,
  undoes: null,
  bulk: null,
  moderator: { ...me, role: "moderator" as const },
});

/** What is at the desk already stays as it is. */
const withNew = (all: Item[], fresh: Item[]): Item[] => [
  ...all,
  ...fresh.filter(({ id }) => !all.some((one) => one.id === id)),
];

/** With so many left the next page is asked for. */
const READ_ON_AT = 5;

/** The next that nobody has decided, from here on and then from the top. */
function nextOpen(items: Item[], from: string, isDone: (id: string) => boolean): Item | undefined {
  const at = items.findIndex(({ id }) => id === from);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(({ id }) => !isDone(id));
}

/** What was typed to the author before a digit was pressed. */
function explanationOf(id: string): string {
  const area = document.getElementById(`item-${id}`)?.querySelector("textarea[name=explanation]");
  return area instanceof HTMLTextAreaElement ? area.value : "";
}
