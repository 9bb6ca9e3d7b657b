"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Toolbar } from "@/components/comments/writing/toolbar";
import { ARTICLE_ACTIONS } from "./article-actions";
import { textFieldOf } from "./text-field";

/** The toolbar over the text of the form it stands in, which works as a plain field without it. */
export function ArticleTools() {
  const place = useRef<HTMLDivElement>(null);
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  useEffect(() => setField(textFieldOf(place.current)), []);
  const area = useMemo(() => ({ current: field }), [field]);
  return (
    <div ref={place}>
      <Toolbar area={area} actions={ARTICLE_ACTIONS} />
    </div>
  );
}
