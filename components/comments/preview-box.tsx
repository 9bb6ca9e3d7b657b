import { useEffect, useRef, useState } from "react";
import { preview } from "@/client/comments";
import type { Problem } from "@/client/api";
import { ProseHtml } from "@/components/ui/prose-html";
import type { SafeHtml } from "@/domain/prose/safe-html";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";

/** After a pause of so long one may look up. Milliseconds. */
const PAUSE = 800;

/** A comment as it will be read, asked of the door, which renders it as it does when it is posted. */
export function usePreview(first: SafeHtml | null) {
  const [html, setHtml] = useState(first);
  /** How often it was asked for: each time it comes into view. */
  const [asked, setAsked] = useState(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  async function draw(text: string): Promise<Problem | null> {
    clearTimeout(pause.current);
    const told = await preview(text);
    if (told.ok) setHtml(told.body.html);
    return told.ok ? null : told.problem;
  }
  async function now(text: string): Promise<Problem | null> {
    const problem = await draw(text);
    if (!problem) setAsked((times) => times + 1);
    return problem;
  }
  function later(text: string): void {
    clearTimeout(pause.current);
    if (text.trim() !== "") pause.current = setTimeout(() => void draw(text), PAUSE);
  }
  return { html, asked, now, later };
}

export function PreviewBox({ html, asked }: { html: SafeHtml | null; asked: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  if (html === null) return null;
  return (
    <div className={styles.preview} ref={box}>
      <p className={styles.hint}>{t.previewHeading}</p>
      <ProseHtml html={html} />
    </div>
  );
}
