/** What a value of JSON-LD may be. */
type Told = string | number | boolean | undefined | Told[] | { [name: string]: Told };

/** Facts for machines (schema.org, JSON-LD). A `<` could end the script, so there is none in it. */
export function StructuredData({ facts, nonce }: { facts: Record<string, Told>; nonce: string | undefined }) {
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: json }} />;
}
