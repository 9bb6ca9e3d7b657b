import { notFound } from "next/navigation";
import { ArticleListed } from "@/components/article/article-listed";
import { NewSinceLastVisit } from "@/components/article/new-since-last-visit";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { articlesOfYear } from "@/domain/articles/archive";
import { archivePath, yearIn } from "@/domain/articles/listing";
import { orNotFound } from "@/web/pages/or-not-found";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { siteSettings } from "@/web/pages/site";
import { single } from "@/web/pages/search-params";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = PageProps<"/archive/[year]">;

const yearOf = async ({ params }: Props): Promise<number> => yearIn((await params).year) ?? notFound();

const continued = (year: number, after: string | undefined): string =>
  archivePath(year) + (after === undefined ? "" : `?after=${encodeURIComponent(after)}`);

export async function generateMetadata(props: Props) {
  const year = await yearOf(props);
  const title = say(t.articlesOf, { year: String(year) });
  const path = continued(year, single((await props.searchParams).after));
  return pageMetadata({ title, description: title, path });
}

/** Everything that was published in a year, the newest first. */
export default async function YearPage(props: Props) {
  const year = await yearOf(props);
  const after = single((await props.searchParams).after) ?? null;
  const { items, next } = await orNotFound(articlesOfYear(year, after));
  const { language } = await siteSettings();
  return (
    <>
      <h1>{say(t.articlesOf, { year: String(year) })}</h1>
      <MetaLine>
        <a href="/">{t.allArticles}</a>
        <a href="/archive">{t.archive}</a>
      </MetaLine>
      {items.map((article) => (
        <ArticleListed
          key={article.id}
          article={article}
          language={language}
          placeholderFor={placeholderFor}
        />
      ))}
      <NewSinceLastVisit />
      {next && (
        <PageLink rel="next" href={continued(year, next)}>
          {t.olderArticles}
        </PageLink>
      )}
    </>
  );
}
