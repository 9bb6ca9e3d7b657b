"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { fetchAbout } from "@/client/comments";
import { FORMER_MEMBER } from "@/components/comments/labels";
import { inDiscussion, passagesPath } from "@/components/comments/paths";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import type { CommentPage, CommentView } from "@/domain/comments/comment";
import type { DiscussionContext } from "./discussion-context";
import { articleProse, markOf } from "./passage-marks";
import { chooseIn, type PassageAt } from "./passages";
import styles from "./passage-panel.module.css";
import * as comments from "#messages/comments";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

type Props = { context: DiscussionContext; at: PassageAt; onClose: () => void };

/** What is said about one paragraph: beside it where there is room, else below it. Each comment leads to its place in the discussion. */
export default function PassagePanel({ context, at, onClose }: Props) {
  const { block, host } = at;
  const { slug, closed } = context.thread;
  const panel = useRef<HTMLElement>(null);
  const [page, setPage] = useState<CommentPage | null>(null);

  useEffect(() => {
    const mark = markOf(block);
    if (mark) mark.ariaExpanded = "true";
    void fetchAbout(slug, block).then((told) => {
      if (told.ok) setPage(told.body);
      // Without an answer the mark still leads to the page of it.
      else location.assign(passagesPath(slug, block));
    });
    return () => {
      if (mark) mark.ariaExpanded = null;
    };
  }, [slug, block]);

  useEffect(() => {
    const { current } = panel;
    if (!page || !current) return;
    current.focus({ preventScroll: true });
    standInSight(current);
  }, [page]);

  const close = useCallback(() => {
    onClose();
    markOf(block)?.focus({ preventScroll: true });
  }, [onClose, block]);
  useEffect(() => {
    // Also from elsewhere on the page; in a field or a dialog the key has another meaning.
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest("form, dialog, [popover]");
      if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [close]);
  const argue = () => {
    const prose = articleProse();
    onClose();
    if (prose) chooseIn(context, prose, block);
  };
  if (!page) return null;
  return createPortal(
    <aside ref={panel} className={styles.panel} aria-label={t.aboutOneParagraph} tabIndex={-1}>
      <header>
        <b>{t.aboutOneParagraph}</b>
        <button type="button" onClick={close}>
          {t.close}
        </button>
      </header>
      {markOf(block)?.dataset.moved !== undefined && <p>{t.atLeastFiveMoved}.</p>}
      <ol>
        {page.items.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ol>
      <footer>
        {page.next !== null && <a href={passagesPath(slug, block)}>{t.allOfThem}</a>}{" "}
        {!closed && (
          <button type="button" onClick={argue}>
            {t.argueAboutThisParagraph}
          </button>
        )}
      </footer>
    </aside>,
    host,
  );
}

/** Beside the text it stands level with its mark, and as much higher as it would reach below the window; the text stays where it is. */
function standInSight(panel: HTMLElement): void {
  if (getComputedStyle(panel).position !== "absolute") return;
  const { top, bottom } = panel.getBoundingClientRect();
  const higher = Math.min(bottom + EDGE - innerHeight, top - EDGE);
  if (higher > 0) panel.style.translate = `0 -${higher}px`;
}

/** What stays free between it and the edge of the window, in CSS pixels. */
const EDGE = 12;

function Said({ comment }: { comment: CommentView }) {
  const { id, articleSlug, author, stance, changedMinds, postedAt, passage, replyCount, html } = comment;
  return (
    <li>
      <p>
        <b>{author?.name ?? FORMER_MEMBER}</b> {stance && <span>{stance.label}</span>}{" "}
        <Time at={postedAt} relative />{" "}
        {changedMinds > 0 && <span>{say(comments.changedMinds, { changedMinds })}</span>}
      </p>
      {passage && <blockquote dir="auto">{passage.exact}</blockquote>}
      <ProseHtml html={html} />
      <p>
        <a href={inDiscussion(articleSlug, id)}>
          {replyCount > 0 ? say(t.repliesInTheDiscussion, { replies: replyCount }) : t.openInTheDiscussion}
        </a>
      </p>
    </li>
  );
}
