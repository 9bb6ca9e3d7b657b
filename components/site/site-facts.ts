/**
 * The site as schema.org's WebSite, for search engines, with the way to search it. `url` is the front page's whole address, `logo` that of its picture.
 */
export const siteFacts = ({
  url,
  name,
  description,
  logo,
}: {
  url: string;
  name: string;
  description: string;
  logo: string;
}) => ({
  "@type": "WebSite",
  "@id": `${url}#site`,
  url,
  name,
  description,
  inLanguage: "en",
  publisher: { "@type": "Organization", name, url, logo },
  potentialAction: {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${url}search?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  },
});
