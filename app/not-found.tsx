import type { Metadata } from "next";
import { ErrorPage } from "@/components/ui/error-page";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.notFound };

export default function NotFoundPage() {
  return (
    <ErrorPage title={t.thereIsNothingHere}>
      <p>{t.theAddressMayBeMistyped}</p>
      <p>
        <a href="/">{t.allArticles}</a>
      </p>
    </ErrorPage>
  );
}
