"use client";

import { useEffect, useRef, useState } from "react";
import { saveDraft } from "@/client/writing";
import type { DraftProblem } from "@/domain/articles/drafts/draft";
import listStyles from "@/components/ui/list.module.css";
import styles from "./auto-save.module.css";
import { problemSaid } from "./field-labels";
import { formOf, watchForm } from "./watch-form";
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
      save: async (fields) => {
        const saved = await saveDraft(id, fields);
        if (saved.ok) {
          setState({ sentence: t.savedNow, problems: saved.body.problems });
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
          <ul className={listStyles.ruled}>
            {problems.map((problem) => (
              <li key={problemSaid(problem)}>{problemSaid(problem)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
