"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { fetchPoll, castVote, guess, justShow, POLL_CHANGED, withdrawVote } from "@/client/polls";
import type { Result } from "@/client/api";
import { shortlyAfter } from "@/client/clock";
import type { PollAnswer } from "@/domain/polls/answers";
import type { MyPoll, PollView } from "@/domain/polls/poll";
import { StaysWhole } from "@/components/ui/stays-whole";
import { PollCard } from "./poll-card";
import type { PollDeed } from "./poll-form";
import * as t from "#messages/polls";
import { rich } from "@/messages/rich";

/** `note`: nothing is wrong with it, it is only to be confirmed. */
type Refused = { sentence: string; note?: boolean; option?: string; share?: string };
type Now = { poll: PollView; mine: MyPoll | null };
type Props = {
  slug: string;
  poll: PollView;
  mine?: MyPoll | null;
  kept?: Refused | null;
  /** What a plain form has just done, on the page it led to. */
  done?: "vote" | "change" | "withdraw" | null;
  /** Asks here what changed a mind, right after a vote was changed; the reader's own page of the poll has its form below. */
  asksHere?: boolean;
};

/** Few change their vote: the others do not load it. */
const MindChangeHere = lazy(() => import("./mind-change-here"));

const DONE = {
  vote: t.yourVoteIsIn,
  change: t.yourVoteIsChanged,
  withdraw: t.yourVoteIsWithdrawn,
  pass: "",
  guess: "",
};

/**
 * The card as it is for the reader, without leaving the page. It is first drawn for nobody (or for whom the server drew
 * it), then asks the door what is theirs; signed out, the plain forms lead through sign-in and back.
 */
export const PollIsland = (props: Props) => (
  <StaysWhole
    instead={
      <p id="poll">
        {rich(t.thePollDidNotLoad, {
          link: (words) => <a href={`/articles/${props.slug}/vote`}>{words}</a>,
        })}
      </p>
    }
  >
    <Island {...props} />
  </StaysWhole>
);

function Island({ slug, poll, mine = null, kept = null, done = null, asksHere = false }: Props) {
  const [now, setNow] = useState<Now>({ poll, mine });
  const [problem, setProblem] = useState<Refused | null>(kept);
  const [news, setNews] = useState(done === null ? "" : DONE[done]);
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const known = useRef(mine !== null);
  const acted = useRef(false);

  useEffect(() => {
    if (known.current) return;
    known.current = true;
    void fetchPoll(slug).then((told) => {
      if (told.ok) setNow({ poll: told.body, mine: told.body.mine });
    });
  }, [slug]);

  // What one pressed may be gone with what it did; the keyboard goes on from the card.
  useEffect(() => {
    if (busy || !acted.current) return;
    acted.current = false;
    if (document.activeElement === document.body)
      document.getElementById("poll")?.focus({ preventScroll: true });
  }, [now, busy]);

  const { opensAt, closesAt } = now.poll;
  useEffect(() => {
    const redraw = () =>
      void fetchPoll(slug).then((told) => {
        if (told.ok) setNow({ poll: told.body, mine: told.body.mine });
      });
    const calledOff = [shortlyAfter(opensAt, redraw), shortlyAfter(closesAt, redraw)];
    return () => {
      for (const callOff of calledOff) callOff();
    };
  }, [slug, opensAt, closesAt]);

  async function act(deed: PollDeed, form: HTMLFormElement) {
    if (busy) return;
    acted.current = true;
    const data = new FormData(form);
    const option = data.get("option") ?? data.get("share");
    const before = now.mine?.choice?.trim() ?? null;
    setBusy(true);
    const told = await send(deed, slug, typeof option === "string" ? option : "");
    setBusy(false);
    if (told.ok) {
      setNow({ poll: told.body, mine: told.body.mine });
      setProblem(null);
      setNews(
        deed === "vote" && before !== null ? voteNews(before, told.body.mine?.choice ?? null) : DONE[deed],
      );
      setChanged(deed === "vote");
      document.dispatchEvent(new Event(POLL_CHANGED));
      return;
    }
    // The session ended meanwhile: the plain form goes through sign-in, and the choice is kept on the way.
    if (told.problem.status === 401) {
      form.submit();
      return;
    }
    setProblem({ sentence: told.problem.detail, option: typeof option === "string" ? option : undefined });
    // What was refused may be so because the poll is another by now: closed, or with another question.
    const there = await fetchPoll(slug);
    if (there.ok) setNow({ poll: there.body, mine: there.body.mine });
  }

  return (
    <PollCard
      slug={slug}
      poll={now.poll}
      mine={now.mine}
      problem={problem}
      news={news}
      busy={busy}
      here={!asksHere}
      ask={
        asksHere &&
        changed &&
        now.mine?.can.tellSwitch && (
          <StaysWhole>
            <Suspense>
              <MindChangeHere
                slug={slug}
                onTold={(told) => {
                  setNow({ poll: told, mine: told.mine });
                  setNews(t.thankYouForSaying);
                }}
              />
            </Suspense>
          </StaysWhole>
        )
      }
      onDeed={now.mine ? (deed, form) => void act(deed, form) : undefined}
    />
  );
}

/** Said once a vote has gone through that was not the first. */
const voteNews = (before: string, after: string | null): string =>
  after?.trim() === before ? t.yourVoteIsUnchanged : t.yourVoteIsChanged;

function send(deed: PollDeed, slug: string, option: string): Promise<Result<PollAnswer>> {
  if (deed === "vote") return castVote(slug, option);
  if (deed === "guess") return guess(slug, option);
  return deed === "withdraw" ? withdrawVote(slug) : justShow(slug);
}
