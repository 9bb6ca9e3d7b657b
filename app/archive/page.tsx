import { EmptyState } from "@/components/ui/empty-state";
import listStyles from "@/components/ui/list.module.css";
import { yearsOfArticles } from "@/domain/articles/archive";
import { archivePath } from "@/domain/articles/listing";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";

export const generateMetadata = () =>
  pageMetadata({ title: t.archive, description: t.everyArticleByYear, path: "/archive" });

/** The years in which something was published. */
export default async function ArchivePage() {
  const years = await yearsOfArticles();
  return (
    <>
      <h1>{t.archive}</h1>
      {years.length === 0 && <EmptyState>{t.nothingHasBeenPublished}</EmptyState>}
      <ul className={listStyles.ruled}>
        {years.map((year) => (
          <li key={year}>
            <a href={archivePath(year)}>{year}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
