"use client";

import "@/styles/layers.css";
import "@/styles/fonts.css";
import "@/styles/reset.css";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/styles/page.css";

import ErrorPage from "./error";

/** When the layout itself fails, there is no header to stand on. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Moot</title>
        <main id="main" className="page">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
