"use client";

import { useEffect, useRef, useState } from "react";
import { readDraft } from "@/client/writing";
import { ArticleHead } from "@/components/article/article-head";
import { CallToActionCard } from "@/components/article/call-to-action";
import { LeadFigure } from "@/components/article/lead-picture";
import { ProseHtml } from "@/components/ui/prose-html";
import foldStyles from "@/components/ui/fold.module.css";
import textStyles from "@/components/ui/text.module.css";
import { useScript } from "@/components/ui/use-script";
import type { DraftReading } from "@/domain/articles/drafts/draft";
import { withHeadingLinks } from "@/domain/prose/heading-links";
import styles from "./live-preview.module.css";
import { formOf, SAVED } from "./watch-form";
import * as t from "#messages/publishing";

/** Where there is room for it beside the form: as in live-preview.module.css. */
const WIDE = "(width >= 75rem)";

/** The article as readers will see it, drawn anew with each save while it is open; beside the form where there is room, below the text elsewhere. */
export function LivePreview({ id, language }: { id: string; language: string }) {
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
    if (matchMedia(WIDE).matches) details.open = true;
    return () => {
      form.removeEventListener(SAVED, onEvent);
      details.removeEventListener("toggle", onEvent);
    };
  }, [id, script]);
  if (!script) return null;
  return (
    <div className={styles.beside} data-beside>
      <details ref={place} className={foldStyles.quiet}>
        <summary>{t.previewAsYouType}</summary>
        {/* It scrolls by itself beside the form, so the keyboard must reach it. */}
        <div className={styles.text} role="region" aria-label={t.preview} tabIndex={0}>
          <p className={textStyles.muted}>{t.previewFollowsSaving}</p>
          {reading && <Drawn reading={reading} language={language} />}
        </div>
      </details>
    </div>
  );
}

function Drawn({ reading, language }: { reading: DraftReading; language: string }) {
  const { html, picture, callToAction, publishedAt } = reading;
  const when = new Date(publishedAt);
  return (
    <article>
      <ArticleHead
        article={{ ...reading, publishedAt: when, revisedAt: when, revision: 1, comments: 0 }}
        language={language}
        poll={null}
        discussed={false}
        isListed={false}
      />
      {picture && <LeadFigure picture={picture} language={language} />}
      {html === null ? <p>{t.nothingToShow}</p> : <ProseHtml html={withHeadingLinks(html)} as="article" />}
      {callToAction && <CallToActionCard call={callToAction} />}
    </article>
  );
}
