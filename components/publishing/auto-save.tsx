"use client";

import { useEffect, useRef, useState } from "react";
import { forgetUnsaved, keepUnsaved, unsavedOf } from "@/client/unsaved-draft";
import { saveDraft } from "@/client/writing";
import type { DraftProblem } from "@/domain/articles/drafts/draft";
import styles from "./auto-save.module.css";
import { ProblemList } from "./problem-list";
import { formOf, SAVED, watchForm } from "./watch-form";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

/** After the last key, so that a word is not saved letter by letter; and before what was not saved is tried again. Milliseconds. */
const PAUSE = 1_500;
const AGAIN = 8_000;

type State = { sentence: string; problems: DraftProblem[] | null };

/** Saves the form it stands in as one types, and says what is wrong with what was saved. Where somebody else saved, it stops. */
export function AutoSave({ id }: { id: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [{ sentence, problems }, setState] = useState<State>({ sentence: "", problems: null });
  useEffect(() => {
    const form = formOf(place.current);
    if (!form) return;
    setState({ sentence: t.changesAreSaved, problems: null });
    return watchForm(form, {
      pause: PAUSE,
      again: AGAIN,
      unsaved: {
        read: () => unsavedOf(id),
        keep: (fields) => keepUnsaved(id, fields),
        forget: () => forgetUnsaved(id),
      },
      save: async (fields) => {
        const saved = await saveDraft(id, fields);
        if (saved.ok) {
          setState({ sentence: say(t.savedNow, saved.body), problems: saved.body.problems });
          form.dispatchEvent(new Event(SAVED));
          return { version: saved.body.version };
        }
        const { status, detail: reason } = saved.problem;
        const isLater = status === 0 || status >= 500 || status === 429;
        const sentence = isLater
          ? say(t.notSavedYet, { reason })
          : status === 409
            ? say(t.stoppedSaving, { reason })
            : say(t.notSaved, { reason });
        setState({ sentence, problems: null });
        return isLater ? "later" : status === 409 ? "stop" : "wait";
      },
    });
  }, [id]);
  return (
    <div ref={place} className={styles.state}>
      <p role="status">{sentence}</p>
      {problems && (
        <>
          <p>{say(t.somethingToMend, { count: problems.length })}</p>
          <ProblemList problems={problems} place={place} />
        </>
      )}
    </div>
  );
}
