"use client";

import { useEffect, useRef, useState } from "react";
import textStyles from "./text.module.css";
import { localMoment } from "./time-format";

/** What the moment of a field beside it is where its reader is; nothing where that is the same. */
export function LocalTime({ name }: { name: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const field = place.current?.closest("form")?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) return;
    const tell = () => setWords(localMoment(field.value));
    tell();
    field.addEventListener("input", tell);
    return () => field.removeEventListener("input", tell);
  }, [name]);
  return (
    <p ref={place} className={textStyles.muted} hidden={words === ""}>
      {words}
    </p>
  );
}
