"use client";

import { useLayoutEffect, useState } from "react";

type Written = { value: string; from: number; to: number };

/**
 * What somebody types or selects in a field before the page wakes up stays. React writes into each of them what it came with, and so takes
 * back what was typed, and the selection: this notes both when the waking begins, and puts them back when it is over, which the page
 * then says of itself.
 */
export function KeepTyped() {
  const [before] = useState(fieldsNow);
  useLayoutEffect(() => {
    for (const [field, written] of before) putBack(field, written);
    document.documentElement.dataset.awake = "";
  }, [before]);
  return null;
}

function putBack(field: HTMLTextAreaElement, { value, from, to }: Written): void {
  if (field.value !== value) field.value = value;
  if (document.activeElement === field) field.setSelectionRange(from, to);
}

const fieldsNow = (): ReadonlyMap<HTMLTextAreaElement, Written> =>
  new Map(
    typeof document === "undefined"
      ? []
      : Array.from(document.querySelectorAll("textarea"), (field) => [
          field,
          { value: field.value, from: field.selectionStart, to: field.selectionEnd },
        ]),
  );
