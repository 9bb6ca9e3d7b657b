import type { PlaceholderFor } from "./raw-html";

/** What a value of JSON-LD may be. */
type Told = string | number | boolean | null | undefined | Told[] | { [name: string]: Told };
type Facts = Record<string, Told>;

type Props = { facts: Facts; nonce: string | undefined; placeholderFor: PlaceholderFor };

/** Facts for machines (schema.org, JSON-LD). They are in the finished page only, and no second time for React, which has no use for them. */
export function StructuredData({ facts, nonce, placeholderFor }: Props) {
  const mark = placeholderFor(asScript(facts));
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: `<!--${mark}-->` }}
    />
  );
}

/** A `<` in somebody's words could end the script they stand in, so there is none. */
export const asScript = (facts: Facts): string =>
  JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
