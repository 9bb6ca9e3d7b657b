import { useEffect, useRef, type RefObject } from "react";
import { draftOf, keepDraft, type Spot } from "@/client/drafts";

type Given = {
  /** What the form came with: nothing, what was typed before, a quotation, or in an edit the text as it stands. */
  text: string;
  /** Its writer has typed or chosen it, so that no draft takes its place. */
  chosen: boolean;
  /** The handle of whoever writes. */
  by?: string;
};

/**
 * @param told is told what stands in the field then; the same function each time
 * @returns the field, with the words in it that were kept for this place, and the caret behind them unless it is in use already
 */
export function useDraft(
  spot: Spot,
  { text, chosen, by = "" }: Given,
  told: (text: string) => void,
): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = area;
    if (!current) return;
    const was = current.value;
    // Somebody came to the field before script did, and goes on typing where they are.
    const isInUse = document.activeElement === current;
    // What they have typed is a draft like what is typed after; what a browser put back by itself may have been posted.
    if (isInUse && was !== text && was.trim() !== "") keepDraft(spot, was, by);
    const draft = draftOf(spot, by);
    const isAllChosen = isInUse && current.selectionStart === 0 && current.selectionEnd === was.length;
    // A quotation goes before what one has begun to say.
    if (chosen && text.startsWith("> ")) current.value = draft.includes(text.trim()) ? draft : text + draft;
    else if (!chosen && draft !== "" && current.value === text) current.value = draft;
    told(current.value);
    if (isInUse && current.value === was) return;
    const end = current.value.length;
    current.focus();
    current.setSelectionRange(isAllChosen && was !== "" ? 0 : end, end);
  }, [spot, text, chosen, by, told]);
  return area;
}
