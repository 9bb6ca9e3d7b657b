import type { KeyboardEvent, ReactNode } from "react";
import { isComposing } from "@/client/shortcut-key";
import { Apart } from "@/components/ui/apart";
import { Button } from "@/components/ui/button";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";

type Props = {
  send: string;
  /** The word for going without sending. */
  close?: string;
  busy: boolean;
  onClose?: (() => void) | undefined;
  children?: ReactNode;
};

/** Sends what is written, or shows first how it will be read. Closing keeps the words. */
export function WritingButtons({ send, close = t.close, busy, onClose, children }: Props) {
  return (
    <p className={styles.buttons}>
      <Apart>
        <Button look="primary" disabled={busy}>
          {send}
        </Button>
        <Button name="_look" value="1">
          {t.preview}
        </Button>
        {onClose && (
          <Button type="button" look="quiet" onClick={onClose}>
            {close}
          </Button>
        )}
        {children}
      </Apart>
    </p>
  );
}

/** Escape closes a form as its button does; while an input method composes, it ends that. */
export const closesOnEscape = (onClose: (() => void) | undefined) => (event: KeyboardEvent) => {
  if (event.key !== "Escape" || !onClose || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  onClose();
};
