import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/field";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { writtenPath, type WrittenArticle } from "@/domain/articles/drafts/draft";
import * as t from "#messages/publishing";

/** What an editor does with an article that has been published, besides editing it. */
export function WrittenArticleForms({
  article: { slug, unpublishedAt, isLead },
}: {
  article: WrittenArticle;
}) {
  const path = writtenPath(slug);
  return (
    <section className={sections.section} aria-labelledby="publication">
      {unpublishedAt === null && <LeadForm slug={slug} isLead={isLead} />}
      <form className={sections.section} method="post" action={`/api/v1/articles/${slug}/publication`}>
        <h2 id="publication">{unpublishedAt === null ? t.unpublish : t.publishAgain}</h2>
        <input type="hidden" name="_method" value={unpublishedAt === null ? "delete" : "put"} />
        <input type="hidden" name="_return" value={path} />
        {unpublishedAt === null ? (
          <>
            <p className={textStyles.muted}>{t.unpublishHint}</p>
            <Confirmation label={t.yesUnpublish} />
            <p>
              <Button>{t.unpublish}</Button>
            </p>
          </>
        ) : (
          <p>
            <Button look="primary">{t.publishAgain}</Button>
          </p>
        )}
      </form>
      {unpublishedAt !== null && <DeleteForm slug={slug} />}
    </section>
  );
}

function LeadForm({ slug, isLead }: { slug: string; isLead: boolean }) {
  return (
    <form className={sections.section} method="post" action={`/api/v1/articles/${slug}/lead`}>
      <input type="hidden" name="_method" value={isLead ? "delete" : "put"} />
      <input type="hidden" name="_return" value={writtenPath(slug)} />
      {isLead && <p>{t.isOnTop}</p>}
      <p>
        <Button>{isLead ? t.takeOffTheTop : t.putOnTop}</Button>
      </p>
    </form>
  );
}

function DeleteForm({ slug }: { slug: string }) {
  return (
    <form className={sections.section} method="post" action={`/api/v1/articles/${slug}`}>
      <h2>{t.deleteForGood}</h2>
      <input type="hidden" name="_method" value="delete" />
      <input type="hidden" name="_return" value={writtenPath(slug)} />
      <p className={textStyles.muted}>{t.deleteHint}</p>
      <Confirmation label={t.yesDeleteArticle} />
      <p>
        <Button>{t.deleteForGood}</Button>
      </p>
    </form>
  );
}
