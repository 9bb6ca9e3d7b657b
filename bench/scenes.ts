import type { Ask } from "./asks";
import { SIZES, slugOf, type Props, type Size } from "./props";

/** One question, asked of Moot and of the raw server in turn. */
export type Scene = Readonly<{
  /** The word that picks it: `npm run bench -- posts`. */
  part: string;
  title: string;
  connections: readonly number[];
  moot: Ask;
  /** The least one could do for the same. */
  raw: Ask;
  /** It is asked of a bare page of Next's (`bench/bare`), and not of the raw server. */
  isBare?: true;
  /** Comments in the article, for the scenes that are compared across sizes. */
  size?: Size;
  /** What Moot is to reach of the raw server's rate, at these connections; `slowest`: and its 99 %, as a multiple of the raw server's. */
  goal?: { share: number; at: number; slowest?: number };
}>;

const FEW_AND_MANY = [1, 8, 32];

export function scenes(props: Props, quick: boolean): Scene[] {
  const sizes = SIZES.filter((size) => !quick || size === 100 || size === 20_000);
  return [...sizes.flatMap((size) => reading(size, props)), ...writing(props)].map((scene) =>
    quick ? { ...scene, connections: scene.connections.filter((many) => many > 1) } : scene,
  );
}

function reading(size: Size, { comments }: Props): Scene[] {
  const path = `/articles/${slugOf(size)}`;
  const raw: Ask = { method: "GET", paths: [`/page/${slugOf(size)}`] };
  const flat: Ask = { method: "GET", paths: [`/flat/${slugOf(size)}`] };
  const most = size === 20_000;
  return [
    {
      part: "page",
      title: "article page, as everyone gets it",
      connections: FEW_AND_MANY,
      moot: { method: "GET", paths: [path] },
      raw: flat,
      size,
      ...(most && { goal: { share: 1, at: 32 } }),
    },
    {
      part: "comments",
      title: "GET comments, nothing kept",
      connections: FEW_AND_MANY,
      moot: { method: "GET", paths: [`/api/v1${path}/comments`] },
      raw,
      size,
      ...(most && { goal: { share: 0.4, at: 32 } }),
    },
    {
      part: "comments",
      title: "GET comments, twenty different pages",
      connections: FEW_AND_MANY,
      moot: { method: "GET", paths: DIFFERENT.map((query) => `/api/v1${path}/comments?${query}`) },
      raw,
      size,
      ...(most && { goal: { share: 0.4, at: 8 } }),
    },
    {
      part: "comments",
      title: "the same, beside 20 comments in a flat list",
      connections: FEW_AND_MANY,
      moot: { method: "GET", paths: DIFFERENT.map((query) => `/api/v1${path}/comments?${query}`) },
      raw: flat,
      size,
    },
    ...(most ? [drawing(path, comments)] : []),
  ];
}

/** More pages than are kept, in turn: the article with one of its comments on top, in each order. */
const drawing = (path: string, comments: readonly string[]): Scene => ({
  part: "rendering",
  title: "article page, rendered each time",
  connections: [1, 8],
  moot: {
    method: "GET",
    paths: SORTS.flatMap((sort) => comments.map((id) => `${path}?sort=${sort}&comment=${id}`)),
    inTurn: true,
  },
  raw: { method: "GET", paths: [`/${slugOf(20_000)}`] },
  isBare: true,
  size: 20_000,
  goal: { share: 0.67, at: 8 },
});

const SORTS = ["best", "newest", "oldest", "replies"];

/** First pages of about the same length, of which hardly two are asked for at once. */
const DIFFERENT = SORTS.flatMap((sort) => [18, 19, 20, 21, 22].map((limit) => `sort=${sort}&limit=${limit}`));

function writing({ cookies, comments }: Props): Scene[] {
  const where = `/api/v1/articles/${slugOf(10_000)}`;
  const kinds = ["respect", "unconvinced"];
  const options = ["approach", "complementary"];
  const post: Ask = {
    method: "POST",
    paths: [`${where}/comments`],
    cookies,
    bodies: [JSON.stringify({ body: TEXT })],
  };
  const rawPost: Ask = { method: "POST", paths: ["/"], bodies: [JSON.stringify({ body: TEXT })] };
  return [
    {
      part: "posts",
      title: "POST comment, durably",
      connections: FEW_AND_MANY,
      moot: post,
      raw: rawPost,
      goal: { share: 0.16, at: 8, slowest: 10 },
    },
    {
      part: "posts",
      title: "the same under an Idempotency-Key, as browsers post",
      connections: FEW_AND_MANY,
      moot: { ...post, keyed: true },
      raw: rawPost,
      goal: { share: 0.12, at: 8, slowest: 10 },
    },
    {
      part: "reactions",
      title: "PUT reaction, exact",
      connections: FEW_AND_MANY,
      moot: {
        method: "PUT",
        paths: comments.map((id) => `/api/v1/comments/${id}/reaction`),
        cookies,
        bodies: kinds.map((kind) => JSON.stringify({ kind })),
      },
      raw: upsert(comments.length, cookies.length, kinds),
      goal: { share: 0.35, at: 8 },
    },
    {
      part: "votes",
      title: "PUT vote, exact, one poll",
      connections: FEW_AND_MANY,
      moot: {
        method: "PUT",
        paths: [`${where}/poll/vote`],
        cookies,
        bodies: options.map((option) => JSON.stringify({ option })),
      },
      raw: upsert(1, cookies.length, options),
      goal: { share: 0.25, at: 8 },
    },
  ];
}

/** As long as the median comment of a large paper, and never the same twice. */
const TEXT =
  "Number {n}: the two roads meet where somebody has to decide with what they know today, and *that* is the part " +
  "neither field describes well. What would change your mind about it?";

/** The same draw of pairs and kinds. */
function upsert(first: number, second: number, kinds: readonly string[]): Ask {
  const draw = (most: number) => Math.floor(Math.random() * most);
  const bodies = Array.from({ length: 5_000 }, () =>
    JSON.stringify({ a: draw(first), b: draw(second), kind: kinds[draw(kinds.length)] }),
  );
  return { method: "PUT", paths: ["/"], bodies };
}
