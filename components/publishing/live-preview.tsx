"use client";

import { useEffect, useRef, useState } from "react";
import { readDraft } from "@/client/writing";
import { ProseHtml } from "@/components/ui/prose-html";
import foldStyles from "@/components/ui/fold.module.css";
import textStyles from "@/components/ui/text.module.css";
import { useScript } from "@/components/ui/use-script";
import type { DraftReading } from "@/domain/articles/drafts/draft";
import styles from "./live-preview.module.css";
import { formOf, SAVED } from "./watch-form";
import * as t from "#messages/publishing";

/** The text as readers will see it, drawn anew with each save while it is open. */
export function LivePreview({ id }: { id: string }) {
  const place = useRef<HTMLDetailsElement>(null);
  const [reading, setReading] = useState<DraftReading | null>(null);
  const script = useScript();
  useEffect(() => {
    const { current: details } = place;
    const form = formOf(details);
    if (!details || !form) return;
    const draw = async () => {
      if (!details.open) return;
      const read = await readDraft(id);
      if (read.ok) setReading(read.body);
    };
    const onEvent = () => void draw();
    form.addEventListener(SAVED, onEvent);
    details.addEventListener("toggle", onEvent);
    return () => {
      form.removeEventListener(SAVED, onEvent);
      details.removeEventListener("toggle", onEvent);
    };
  }, [id, script]);
  if (!script) return null;
  return (
    <details ref={place} className={foldStyles.quiet}>
      <summary>{t.previewAsYouType}</summary>
      <p className={textStyles.muted}>{t.previewFollowsSaving}</p>
      {reading && (
        <div className={styles.text}>
          {reading.html === null ? <p>{t.nothingToShow}</p> : <ProseHtml html={reading.html} as="article" />}
        </div>
      )}
    </details>
  );
}
