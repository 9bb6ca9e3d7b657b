import type { Metadata } from "next";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { ArticlesAtTheDesk } from "@/components/moderation/articles-at-the-desk";
import { MetaLine } from "@/components/ui/meta-line";
import { articlesAtTheDesk } from "@/domain/moderation/moderators/queries";

export const metadata: Metadata = { title: "Discussions", robots: { index: false } };

export default async function DiscussionsPage() {
  const viewer = await moderatorAt("/moderation/articles");
  return (
    <>
      <MetaLine>
        <a href="/moderation">Moderation</a>
      </MetaLine>
      <h1>Discussions</h1>
      <ArticlesAtTheDesk articles={await articlesAtTheDesk(viewer)} />
    </>
  );
}
