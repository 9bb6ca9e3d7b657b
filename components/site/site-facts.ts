/**
 * The site as schema.org's WebSite, for search engines, with the way to search it. `url` is the front page's whole address.
 */
export const siteFacts = ({
  url,
  name,
  description,
}: {
  url: string;
  name: string;
  description: string;
}) => ({
  "@type": "WebSite",
  "@id": `${url}#site`,
  url,
  name,
  description,
  inLanguage: "en",
  publisher: { "@type": "Organization", name, url, logo: `${url}icon-512.png` },
  potentialAction: {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${url}search?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  },
});
