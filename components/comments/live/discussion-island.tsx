"use client";

import { useEffect, useRef, useState } from "react";
import { POLL_CHANGED } from "@/client/polls";
import type { Place } from "@/components/comments/thread-context";
import { rememberStances } from "../stances-hidden";
import { ActionMenu } from "./action-menu";
import { answerClicks } from "./actions";
import { showClosed } from "./closed-state";
import { Composer } from "./composer";
import { rememberFolds } from "./folds";
import { followLive } from "./live-updates";
import { KeysDialog } from "./shortcuts-dialog";
import { lay } from "./viewer-state";
import { sendWhatWaits } from "./posting";
import { returnToPlace } from "./scroll-restoration";
import { SaidLine } from "./toast";
import { takeUpRememberedSort } from "./sorting";
import type { Composing, MenuAt, Said, Stage } from "./discussion-context";
import { noteReading, tellUnread } from "./unread";
import { walkByKeys } from "./keyboard-shortcuts";

type Props = {
  place: Place;
  /** The position in the stream of events the page was drawn at; without it the page does not listen. */
  asOf?: string;
};

/**
 * The one island of a discussion. The thread stays the page that the server drew; this listens to it, asks the door what is
 * the reader's own, and draws the few things that are only there for somebody: the form, the menu, a word about what happened.
 */
export function DiscussionIsland({ place, asOf }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [composing, compose] = useState<Composing | null>(null);
  const [menu, openMenu] = useState<MenuAt | null>(null);
  const [keys, setKeys] = useState(false);
  const [said, say] = useState<Said | null>(null);

  useEffect(() => {
    const root = end.current?.closest<HTMLElement>("[data-discussion]");
    if (!root) return;
    const reader = { viewer: null, mine: new Map(), unread: new Set<string>(), watch: () => undefined };
    const stage: Stage = {
      root,
      place,
      reader,
      // Begins once everything below listens.
      awake: Promise.resolve().then(() => begin(stage, asOf !== undefined)),
      compose,
      openMenu,
      say,
      showKeys: () => setKeys(true),
    };
    const ends = [
      rememberFolds(stage),
      rememberStances(root),
      answerClicks(stage),
      walkByKeys(stage),
      noteReading(stage),
      lookAgainAfterVoting(stage),
      ...(asOf === undefined ? [] : [returnToPlace(stage), followLive(stage, asOf)]),
    ];
    void stage.awake.then(() => {
      setStage(stage);
      ends.push(sendWhatWaits(stage));
    });
    return () => {
      for (const stop of ends) stop();
    };
  }, [place, asOf]);

  return (
    <div ref={end}>
      {stage && composing && (
        <Composer key={keyOf(composing)} stage={stage} at={composing} onClose={() => compose(null)} />
      )}
      {stage && menu && <ActionMenu key={menu.id} stage={stage} {...menu} onClose={() => openMenu(null)} />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
      <SaidLine said={said} onDone={() => say(null)} />
    </div>
  );
}

/** Another place is another form. */
const keyOf = (at: Composing): string =>
  at.does === "edit" ? `edit ${at.comment.id}` : `reply ${at.parentId ?? ""}`;

/** Whoever has just answered may see what was blind before. */
function lookAgainAfterVoting(stage: Stage): () => void {
  const again = () => void lay(stage);
  document.addEventListener(POLL_CHANGED, again);
  return () => document.removeEventListener(POLL_CHANGED, again);
}

async function begin(stage: Stage, isWhole: boolean): Promise<void> {
  if (isWhole) await takeUpRememberedSort(stage);
  await lay(stage);
  showClosed(stage);
  const news = tellUnread(stage);
  const count = news && stage.root.querySelector("header p");
  if (count) count.append(`, ${news}`);
  stage.root.dataset.awake = "";
}
