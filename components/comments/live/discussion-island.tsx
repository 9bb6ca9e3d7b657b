"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { BEST_CASES_DRAWN, POLL_CHANGED } from "@/client/polls";
import type { ThreadContext } from "@/components/comments/thread-context";
import { rememberSwitch } from "@/components/ui/reader-switch";
import { StaysWhole } from "@/components/ui/stays-whole";
import { handleActions } from "./actions";
import { showClosedState } from "./closed-state";
import { followingIn, tellFollowing } from "./following";
import { showDrafts } from "./drafts";
import { sayWhatWasFinished } from "./finishing";
import { rememberFolds } from "./folds";
import { lookAgainInTime } from "./look-again";
import { onFirstInteraction } from "./first-interaction";
import { followLive } from "./live-updates";
import { applyViewerState, decorate, showRecent } from "./viewer-state";
import { sendOutbox } from "./posting";
import type * as LiveTools from "./tools";
import { restoreScroll } from "./scroll-restoration";
import { Toast } from "./toast";
import { handleMarks } from "./marks";
import { applyRememberedSort } from "./sorting";
import type { Composing, MenuAt, ModeratingAt, ToastMessage, DiscussionContext } from "./discussion-context";
import { noteLeaving, noteReading, tellUnread } from "./unread";
import type { PassageAt } from "./passages";
import { handleShortcuts } from "./keyboard-shortcuts";
import * as t from "#messages/api";

/** What one writes and chooses with. It comes at a reader's first sign, so that whoever only looks does not wait for it. */
type Tools = typeof LiveTools;
const loadTools = () => import("./tools");

/** Few readers are moderators: the others never load what only those need. */
const Moderating = lazy(() => import("./moderating"));
/** What is said about a paragraph is asked for by those who want it. */
const PassagePanel = lazy(() => import("./passage-panel"));

type Props = {
  thread: ThreadContext;
  /** The position in the stream of events the page was drawn at; without it the page does not listen. */
  asOf?: string;
};

/**
 * The one island of a discussion. The thread stays the page that the server drew; this listens to it, asks the door what is
 * the reader's own, and draws the few things that are only there for somebody: the form, the menu, a word about what happened.
 */
export const DiscussionIsland = (props: Props) => (
  <StaysWhole>
    <Island {...props} />
  </StaysWhole>
);

function Island({ thread, asOf }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const [context, setContext] = useState<DiscussionContext | null>(null);
  const [composing, compose] = useState<Composing | null>(null);
  const [menu, openMenu] = useState<MenuAt | null>(null);
  const [moderating, moderate] = useState<ModeratingAt | null>(null);
  const [passage, openPassage] = useState<PassageAt | null>(null);
  const [keys, setKeys] = useState(false);
  const [tools, setTools] = useState<Tools | null>(null);
  const [message, toast] = useState<ToastMessage | null>(null);

  useEffect(() => {
    const root =
      end.current?.closest<HTMLElement>("[data-discussion]") ??
      document.querySelector<HTMLElement>("[data-discussion]");
    if (!root) return;
    let over = false;
    const reader = {
      viewer: null,
      mine: new Map(),
      unread: new Set<string>(),
      posted: new Set<string>(),
      sending: new Set<Promise<unknown>>(),
      watch: () => undefined,
      watchClock: () => undefined,
    };
    const context: DiscussionContext = {
      root,
      thread,
      reader,
      // Begins once everything below listens.
      ready: Promise.resolve().then(() => (over ? undefined : begin(context, asOf !== undefined))),
      compose,
      // Pressed again, the word that opened it closes it.
      openMenu: (at) => openMenu((open) => (at && at.id === open?.id ? null : at)),
      moderate,
      toast,
      showKeys: () => setKeys(true),
      argueAboutSelection: () => false,
    };
    const begins: (() => () => void)[] = [
      () =>
        onFirstInteraction(async () => {
          const loaded = await loadTools();
          if (over) return;
          setTools(loaded);
          ends.push(loaded.offerQuotes(context), loaded.offerPassages(context));
          root.dataset.tools = "";
        }),
      () =>
        handleMarks(async (mark) => {
          const [loaded] = await Promise.all([loadTools(), context.ready]);
          return loaded.pressMark(context, mark, openPassage);
        }),
      () => rememberFolds(context),
      () => rememberSwitch("stances", root),
      () => rememberSwitch("passages", document),
      () => handleActions(context),
      () => handleShortcuts(context),
      () => noteReading(context),
      () => noteLeaving(context),
      () => lookAgainAfterVoting(context),
      () => lookAgainInTime(context),
      ...(asOf === undefined ? [] : [() => restoreScroll(context), () => followLive(context, asOf)]),
    ];
    // Where one of them cannot begin, none goes on half: links and forms do what they say without script.
    const ends: (() => void)[] = [];
    const endAll = () => {
      over = true;
      for (const stop of ends) stop();
    };
    try {
      for (const one of begins) ends.push(one());
    } catch (problem) {
      endAll();
      throw problem;
    }
    void context.ready.then(() => {
      setContext(context);
      ends.push(sendOutbox(context));
    });
    return endAll;
  }, [thread, asOf]);

  // A form that is opened again after signing in needs the tools before the reader's first interaction has them loaded.
  const wanted = composing !== null || menu !== null || keys;
  useEffect(() => {
    if (wanted && !tools) void loadTools().then(setTools, () => toast({ text: t.theSiteCouldNotBeReached }));
  }, [wanted, tools]);

  return (
    <div ref={end}>
      {context && tools && composing && (
        <tools.Composer
          key={keyOf(composing)}
          context={context}
          at={composing}
          onClose={() => {
            compose(null);
            showDrafts(context);
          }}
        />
      )}
      {context && tools && menu && (
        <tools.ActionMenu key={menu.id} context={context} {...menu} onClose={() => openMenu(null)} />
      )}
      {context && moderating && (
        <StaysWhole
          key={`${moderating.id} ${moderating.wish}`}
          onBroken={() => toast({ text: t.didNotLoad })}
        >
          <Suspense>
            <Moderating context={context} at={moderating} onClose={() => moderate(null)} />
          </Suspense>
        </StaysWhole>
      )}
      {context && passage && (
        <StaysWhole key={passage.block} onBroken={() => toast({ text: t.didNotLoad })}>
          <Suspense>
            <PassagePanel context={context} at={passage} onClose={() => openPassage(null)} />
          </Suspense>
        </StaysWhole>
      )}
      {keys && tools && <tools.ShortcutsDialog onClose={() => setKeys(false)} />}
      <Toast message={message} onDone={() => toast(null)} />
    </div>
  );
}

/** Another place is another form. */
const keyOf = (at: Composing): string =>
  at.does === "edit"
    ? `edit ${at.comment.id}`
    : `reply ${at.parentId ?? ""} ${at.about?.passages[0]?.field ?? ""}`;

/** Whoever has just answered may see what was blind before: who takes which side, and which comments are the best case for one. */
function lookAgainAfterVoting(context: DiscussionContext): () => void {
  const again = () => void lookAgain(context);
  const mark = () => decorate(context);
  document.addEventListener(POLL_CHANGED, again);
  document.addEventListener(BEST_CASES_DRAWN, mark);
  return () => {
    document.removeEventListener(POLL_CHANGED, again);
    document.removeEventListener(BEST_CASES_DRAWN, mark);
  };
}

async function lookAgain(context: DiscussionContext): Promise<void> {
  const was = followingIn(context)?.discussion ?? null;
  await applyViewerState(context);
  tellFollowing(context, was);
}

async function begin(context: DiscussionContext, isWhole: boolean): Promise<void> {
  if (isWhole) await applyRememberedSort(context);
  await applyViewerState(context);
  showRecent(context);
  showClosedState(context);
  sayWhatWasFinished(context);
  showDrafts(context);
  const news = tellUnread(context);
  const count = context.root.querySelector("header p");
  if (news && count) count.append(", ", toUnread(news));
  context.root.dataset.ready = "";
}

/** The count of what is new leads to it. */
function toUnread(news: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.action = "unread";
  button.textContent = news;
  return button;
}
