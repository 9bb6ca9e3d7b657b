"use client";

import { useEffect, useId, useState, type RefObject } from "react";
import { isComposing } from "@/client/shortcut-key";
import { applyEdit, selectedIn } from "./writing/apply-edit";
import { begunMention, offeredFor, takeMention } from "./writing/mention";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  names: Record<string, string>;
  onChosen: () => void;
};

/** Completes @handles from those who write on the page: arrows choose, Enter or Tab takes, Escape leaves. */
export function MentionList({ area, names, onChosen }: Props) {
  const id = useId();
  const [offered, setOffered] = useState<string[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const { current: field } = area;
    if (!field) return;
    const close = () => setOffered([]);
    const look = () => {
      const begun = begunMention(selectedIn(field));
      setOffered(begun === undefined ? [] : offeredFor(names, begun.typed));
      setAt(0);
    };
    const onKey = (event: KeyboardEvent) => {
      // An input method has the arrows and Enter while it composes, and Ctrl+Enter sends.
      if (offered.length === 0 || isComposing(event) || event.ctrlKey || event.metaKey) return;
      const chosen = offered[at];
      if (event.key === "ArrowDown") setAt((at + 1) % offered.length);
      else if (event.key === "ArrowUp") setAt((at + offered.length - 1) % offered.length);
      else if (event.key === "Escape") close();
      else if ((event.key === "Enter" || event.key === "Tab") && chosen !== undefined)
        take(field, chosen, close);
      else return;
      event.preventDefault();
      event.stopPropagation();
      onChosen();
    };
    field.setAttribute("aria-autocomplete", "list");
    if (offered.length > 0) field.setAttribute("aria-activedescendant", `${id}-${at}`);
    else field.removeAttribute("aria-activedescendant");
    field.addEventListener("input", look);
    field.addEventListener("keydown", onKey);
    field.addEventListener("blur", close);
    return () => {
      field.removeEventListener("input", look);
      field.removeEventListener("keydown", onKey);
      field.removeEventListener("blur", close);
    };
  }, [area, names, offered, at, id, onChosen]);
  if (offered.length === 0) return null;
  return (
    <ul className={styles.mentions} role="listbox" aria-label={t.peopleInThisDiscussion}>
      {offered.map((handle, nth) => (
        <li
          key={handle}
          id={`${id}-${nth}`}
          role="option"
          aria-selected={nth === at}
          onPointerDown={(event) => {
            event.preventDefault();
            if (area.current) take(area.current, handle, () => setOffered([]));
            onChosen();
          }}
        >
          {names[handle]} <span>@{handle}</span>
        </li>
      ))}
    </ul>
  );
}

/** As if it had been typed, so that Ctrl+Z takes it back. */
function take(field: HTMLTextAreaElement, handle: string, close: () => void): void {
  const edit = takeMention(selectedIn(field), handle);
  if (edit) applyEdit(field, edit);
  close();
}
