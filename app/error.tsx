"use client";

import { ErrorPage } from "@/components/ui/error-page";
import { Button } from "@/components/ui/button";

/** A page that failed. What it failed on is in the log under this digest; a reader learns no more of it. */
export default function RouteError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorPage title="Something broke on our side">
      <p>It is not your fault, and nothing you sent earlier is lost. Trying again often helps.</p>
      <p>
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      </p>
      {error.digest && <p>If it stays broken, tell us this number: {error.digest}</p>}
    </ErrorPage>
  );
}
