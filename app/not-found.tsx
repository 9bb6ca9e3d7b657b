import type { Metadata } from "next";
import { ErrorPage } from "@/components/ui/error-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <ErrorPage title="There is nothing here">
      <p>The address may be mistyped, or what stood here was taken away.</p>
      <p>
        <a href="/">All articles</a>
      </p>
    </ErrorPage>
  );
}
