/** The media type of annotations (W3C Web Annotation Protocol, 4.1). */
export const ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** Where the annotations of an article are. */
export const annotationsPath = (slug: string): string =>
  `/api/v1/articles/${encodeURIComponent(slug)}/annotations`;

/** A comment about a passage, with what another program needs to find it. Times are ISO 8601, UTC; places in code points. */
export type Annotation = {
  id: string;
  html: string;
  /** Null for a former member. */
  handle: string | null;
  name: string | null;
  exact: string;
  prefix: string;
  suffix: string;
  begins: number;
  ends: number;
  postedAt: string;
  editedAt: string | null;
  /** When the revision in which it was read was made. */
  readAt: string;
};

type Addresses = { article: string; page: string; next: string | null; absolute: (path: string) => string };

type Kept = Pick<Annotation, "exact" | "prefix" | "suffix" | "begins" | "ends">;

/** The selectors of a passage (W3C Web Annotation Data Model, 4.2.4 and 4.2.5). */
export const selectorsOf = ({ exact, prefix, suffix, begins, ends }: Kept) => [
  { type: "TextQuoteSelector", exact, prefix, suffix },
  { type: "TextPositionSelector", start: begins, end: ends },
];

/** A page of comments about passages in JSON-LD (the same, 5.2); as of which time the article is meant says its `state` (4.3.1). */
export const annotationPage = (items: Annotation[], { article, page, next, absolute }: Addresses) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: page,
  type: "AnnotationPage",
  ...(next !== null && { next }),
  items: items.map((one) => ({
    id: absolute(`/comments/${one.id}`),
    type: "Annotation",
    motivation: "commenting",
    created: one.postedAt,
    ...(one.editedAt !== null && { modified: one.editedAt }),
    ...(one.handle !== null && {
      creator: {
        id: absolute(`/members/${one.handle}`),
        type: "Person",
        name: one.name,
        nickname: one.handle,
      },
    }),
    body: { type: "TextualBody", format: "text/html", value: one.html },
    target: {
      source: article,
      selector: selectorsOf(one),
      state: { type: "TimeState", sourceDate: one.readAt },
    },
  })),
});
