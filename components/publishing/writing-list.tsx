import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import listStyles from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import { Time } from "@/components/ui/time";
import {
  draftPath,
  writtenPath,
  type ListedDraft,
  type Whose,
  type WrittenArticle,
} from "@/domain/articles/drafts/draft";
import { BeginForm } from "./begin-form";
import { WhoseTabs } from "./whose-tabs";
import { revisionsPath } from "@/domain/articles/revisions/revision";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { drafts: ListedDraft[]; articles: WrittenArticle[]; whose: Whose };

/** What is being written, and what was. */
export function WritingList({ drafts, articles, whose }: Props) {
  const isMine = whose === "mine";
  return (
    <>
      <BeginForm label={t.newArticle} />
      <WhoseTabs whose={whose} />
      <section className={sections.section} aria-labelledby="drafts">
        <h2 id="drafts">{t.drafts}</h2>
        {drafts.length === 0 && <EmptyState>{isMine ? t.noDraftsOfYours : t.noDrafts}</EmptyState>}
        <ul className={listStyles.ruled}>
          {drafts.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </ul>
      </section>
      <section className={sections.section} aria-labelledby="published">
        <h2 id="published">{t.published}</h2>
        {articles.length === 0 && <EmptyState>{isMine ? t.noArticlesOfYours : t.noArticles}</EmptyState>}
        <ul className={listStyles.ruled}>
          {articles.map((article) => (
            <ArticleLine key={article.slug} article={article} />
          ))}
        </ul>
      </section>
    </>
  );
}

function DraftLine({
  draft: { id, title, owner, savedBy, savedAt, publishAt, problem, article },
}: {
  draft: ListedDraft;
}) {
  return (
    <li>
      <h3 className={listStyles.title}>
        <a href={draftPath(id)} dir="auto">
          {title || t.untitled}
        </a>
      </h3>
      <MetaLine>
        {article !== null && <span>{t.revises}</span>}
        {owner.handle !== savedBy.handle && <span>{say(t.begunBy, { name: owner.name })}</span>}
        <span>{rich(t.savedBy, { name: <bdi>{savedBy.name}</bdi>, when: <Time at={savedAt} exact /> })}</span>
        {publishAt !== null && <strong>{rich(t.scheduled, { when: <Time at={publishAt} exact /> })}</strong>}
        {problem !== null && <strong>{t.notPublished}</strong>}
      </MetaLine>
    </li>
  );
}

function ArticleLine({ article }: { article: WrittenArticle }) {
  const { slug, title, author, revision, publishedAt, unpublishedAt, deletedAt, corrected, isLead, draft } =
    article;
  return (
    <li>
      <h3 className={listStyles.title}>
        <a href={writtenPath(slug)} dir="auto">
          {title}
        </a>
      </h3>
      <MetaLine>
        <bdi>{author}</bdi>
        <Time at={publishedAt} />
        <a href={revisionsPath(slug)}>{say(t.revision, { revision })}</a>
        {corrected && <span>{t.corrected}</span>}
        {isLead && <strong>{t.onTop}</strong>}
        {draft !== null && <span>{t.hasADraft}</span>}
        {unpublishedAt !== null && <strong>{deletedAt === null ? t.unpublished : t.deleted}</strong>}
      </MetaLine>
    </li>
  );
}
