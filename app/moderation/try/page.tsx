import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { TrialResult } from "@/components/moderation/trial-result";
import { MetaLine } from "@/components/ui/meta-line";
import { checkTitle } from "@/domain/moderation/checks/checks";
import { trial } from "@/domain/moderation/checks/queries";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.aCheckTriedOnThePast, robots: { index: false } };

/** What a check would have done, before it does anything. */
export default async function TryPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await siteModeratorAt("/moderation/settings");
  const asked = await searchParams;
  const key = single(asked.check) ?? "words";
  const words = single(asked.words);
  const found = await trial(key, words, viewer);
  if (!found) notFound();
  const caught = found.caught.map(({ comment, verdict }) => ({
    id: comment.id,
    name: comment.author.name,
    text: comment.text,
    at: comment.at.toISOString(),
    state: comment.state,
    ...verdict,
  }));
  return (
    <>
      <MetaLine>
        <a href="/moderation/settings">{t.howTheSiteModerates}</a>
      </MetaLine>
      <h1>{say(t.triedOnThePast, { key: checkTitle(key) })}</h1>
      <TrialResult check={key} words={words} tried={found.tried} caught={caught} />
    </>
  );
}
