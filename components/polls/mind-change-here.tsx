"use client";

import { useEffect, useState, type SubmitEvent as Submitted } from "react";
import { fetchCandidates, tellMindChange } from "@/client/polls";
import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import { Notice } from "@/components/ui/notice";
import type { PollAnswer } from "@/domain/polls/answers";
import type { Candidate } from "@/domain/polls/debate/debate";
import { MindChangeFields } from "./mind-change-fields";
import styles from "./debate.module.css";
import * as t from "#messages/polls";

type Props = { slug: string; onTold: (poll: PollAnswer) => void };

/** Offered at the poll right after a change of vote; it is said and thanked for without leaving the article. */
export default function MindChangeHere({ slug, onTold }: Props) {
  const [candidates, setCandidates] = useState<Candidate[] | null>(null);
  const [kept, setKept] = useState<FormFlash>(null);
  useEffect(() => {
    void fetchCandidates(slug).then((told) => setCandidates(told.ok ? told.body.items : []));
  }, [slug]);
  async function submit(event: Submitted<HTMLFormElement>) {
    event.preventDefault();
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string") fields[name] = value;
    const told = await tellMindChange(slug, fields);
    if (told.ok) onTold(told.body);
    else setKept({ fields, problem: told.problem.detail, problems: told.problem.fields ?? {} });
  }
  if (candidates === null) return null;
  return (
    <section className={styles.part} aria-labelledby="mind-here">
      <h3 id="mind-here">{t.whatChangedYourMind}</h3>
      <p className={styles.small}>{t.yourFirstChangeOfVoteCounts}</p>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <form onSubmit={(event) => void submit(event)}>
        <MindChangeFields slug={slug} candidates={candidates} quoted={null} kept={kept} />
        <Button>{t.send}</Button>
      </form>
    </section>
  );
}
