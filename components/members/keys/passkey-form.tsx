"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { answerByPasskey, hasPasskeys, makePasskey, offersPasskeys, type Answered } from "@/client/passkeys";
import * as t from "#messages/keys";

type Props = {
  /** Where the answer goes, as a plain form. */
  action: string;
  /** The page that it leads to, and that a refusal leads back to. */
  page: string;
  label: string;
  /** The kept form that is done afterwards. */
  finish?: string | undefined;
  /** Makes a passkey, rather than asking for one. */
  makes?: boolean;
  /** The browser offers passkeys in the field for the name as well. */
  autofill?: boolean;
};

/** The one thing here that needs script: it asks the browser, and sends what it answers as a form like any other. */
export function PasskeyForm({ action, page, label, finish, makes = false, autofill = false }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const usable = useSyncExternalStore(never, hasPasskeys, () => null);

  const send = useCallback((answered: Answered) => {
    if ("credential" in answered && field.current) {
      field.current.value = answered.credential;
      form.current?.submit();
    } else if ("sentence" in answered) {
      if (answered.confirmFirst) location.assign(confirmIdentity());
      else setProblem(answered.sentence);
    }
  }, []);

  useEffect(() => {
    if (!autofill) return;
    // Offered by autofill: where nobody chooses one, there is no problem to show.
    void offersPasskeys()
      .then((offers) => (offers ? answerByPasskey(true) : null))
      .then((answered) => {
        if (answered && "credential" in answered) send(answered);
      });
  }, [autofill, send]);

  return (
    <form ref={form} className={styles.form} method="post" action={action}>
      <input type="hidden" name="_return" value={page} />
      {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
      <input type="hidden" name="credential" ref={field} />
      <noscript>
        <p className={styles.aside}>{t.passkeysNeedScript}</p>
      </noscript>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {usable === false && <p className={styles.aside}>{t.thisBrowserHasNoPasskeys}</p>}
      {usable !== false && (
        <p className={`${styles.actions} ${styles.oneButton} needs-script`}>
          {usable && (
            <Button
              type="button"
              onClick={() => {
                setProblem(null);
                void (makes ? makePasskey() : answerByPasskey(false)).then(send);
              }}
            >
              {label}
            </Button>
          )}
        </p>
      )}
    </form>
  );
}

/** Whether a browser knows passkeys does not change while it shows a page. */
const never = () => () => undefined;

const confirmIdentity = (): string =>
  `/confirm-identity?${new URLSearchParams({ next: location.pathname + location.search }).toString()}`;
