import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";

type Props = { send: string; busy: boolean; onClose?: (() => void) | undefined; children?: ReactNode };

/** Sends what is written, or shows first how it will be read. Closing keeps the words. */
export function WritingButtons({ send, busy, onClose, children }: Props) {
  return (
    <p className={styles.buttons}>
      <Button look="primary" disabled={busy}>
        {send}
      </Button>
      <Button name="_look" value="1">
        {t.preview}
      </Button>
      {onClose && (
        <Button type="button" look="quiet" onClick={onClose}>
          {t.close}
        </Button>
      )}
      {children}
    </p>
  );
}
