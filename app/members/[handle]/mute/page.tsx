import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { MuteForm } from "@/components/following/mute-form";
import { Notice } from "@/components/ui/notice";
import { mutePath } from "@/domain/following/following";
import { mayMute } from "@/domain/following/policy";
import { hasMuted, mutable } from "@/domain/following/queries";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";
import { say } from "@/messages/say";

type Props = { params: Promise<{ handle: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: t.muteAMember, robots: { index: false } };

/** Drawn for its reader: whether they muted this member, and what that does. */
export default async function MutePage({ params, searchParams }: Props) {
  const { handle } = await params;
  const [person, viewer, asked] = await Promise.all([mutable(handle), currentViewer(), searchParams]);
  if (!person) notFound();
  if (!viewer) redirect(signInPath(mutePath(handle)));
  const [muted, kept] = await Promise.all([hasMuted(person.id, viewer), readFormFlash(asked.kept)]);
  const { name } = person;
  return (
    <>
      <Crumb href={`/members/${handle}`} label={name} />
      <h1>{say(t.muteWhom, { name })}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {mayMute(viewer, person) ? (
        <>
          <p>{muted ? say(t.youMutedThem, { name }) : t.theirCommentsFoldAway}</p>
          <p>{t.whatMutingDoesNot}</p>
          <p>{t.withoutScript}</p>
          <MuteForm handle={handle} muted={muted} />
        </>
      ) : (
        <p>{t.notYourself}</p>
      )}
      <p>
        <a href="/following/all#muted">{t.everybodyYouMuted}</a>
      </p>
    </>
  );
}
