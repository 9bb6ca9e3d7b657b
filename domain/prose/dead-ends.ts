import type { MarkdownIt } from "markdown-it";
import { headingsOf } from "./headings";
import { complain } from "./problems";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Places of the page around the text that an article may point at. */
const AROUND = /^(?:discussion|poll|notes|note(?:ref)?-\d+(?:-\d+)?)$/;

/** More of them are no help. */
const LISTED = 12;

/** A link within the page leads to a heading that is there. */
export function deadEnds(md: MarkdownIt) {
  md.core.ruler.push("dead_ends", ({ env, tokens }) => {
    const headings = headingsOf(env).map(({ id }) => id);
    const there = new Set(headings);
    for (const { children, map } of tokens)
      for (const child of children ?? []) {
        const href = child.type === "link_open" ? String(child.attrGet("href")) : "";
        if (!href.startsWith("#")) continue;
        const id = decoded(href.slice(1)).normalize("NFC");
        if (AROUND.test(id) || there.has(id)) continue;
        const listed =
          headings.length === 0
            ? "none"
            : headings
                .slice(0, LISTED)
                .map((one) => `#${one}`)
                .join(", ");
        complain(env, map?.[0], say(t.thereIsNoHeading, { found: `#${id}`, headings: listed }));
      }
  });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
