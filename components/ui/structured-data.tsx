/** What a value of JSON-LD may be. */
type Told = string | number | boolean | null | undefined | Told[] | { [name: string]: Told };
type Facts = Record<string, Told>;

/** Facts for machines (schema.org, JSON-LD). */
export function StructuredData({ facts, nonce }: { facts: Facts; nonce: string | undefined }) {
  return (
    <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: asScript(facts) }} />
  );
}

/** A `<` in somebody's words could end the script they stand in, so there is none. */
export const asScript = (facts: Facts): string =>
  JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
