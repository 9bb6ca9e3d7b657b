import type { Metadata } from "next";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { ArticlesAtTheDesk } from "@/components/moderation/articles-at-the-desk";
import { MetaLine } from "@/components/ui/meta-line";
import { articlesAtTheDesk } from "@/domain/moderation/moderators/queries";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.discussions, robots: { index: false } };

export default async function DiscussionsPage() {
  const viewer = await moderatorAt("/moderation/articles");
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
      </MetaLine>
      <h1>{t.discussions}</h1>
      <ArticlesAtTheDesk articles={await articlesAtTheDesk(viewer)} />
    </>
  );
}
