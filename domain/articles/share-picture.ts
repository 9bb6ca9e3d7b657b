import "server-only";

import { LRUCache } from "lru-cache";
import { currentSite } from "@/domain/site/queries";
import { Prisma } from "@/platform/database";
import { drawSvg, FONT } from "@/platform/pictures/draw";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";
import { NotFound } from "@/platform/refusal";
import { chosen, PUBLIC_LIST } from "./queries";
import { shareSvg } from "./share-svg";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Drawings that are kept, by what is drawn. Bytes. */
const KEPT = 16 * 1024 * 1024;
const kept = processSingleton(
  "share pictures",
  () => new LRUCache<string, Promise<Uint8Array>>({ max: 500, maxSize: KEPT, sizeCalculation: () => 40_000 }),
);
holds("bytes of share pictures", KEPT, () => kept.calculatedSize);

/**
 * The picture of an article that readers can read, for whoever shares it: with the result where everybody may see it, and never
 * where somebody may not. It is drawn from what lists show, which ask the same question.
 * @throws NotFound where readers can read no such article
 */
export async function sharePicture(slug: string): Promise<Uint8Array> {
  const svg = await sharedDrawing(slug);
  const there = kept.get(svg);
  if (there) return there;
  const drawn = drawSvg(svg);
  kept.set(svg, drawn);
  // What could not be drawn is drawn when it is next asked for.
  drawn.catch(() => kept.delete(svg));
  return drawn;
}

/** The same before it is drawn. */
export async function sharedDrawing(slug: string): Promise<string> {
  const [[article], site] = await Promise.all([
    chosen(Prisma.sql`article a ${PUBLIC_LIST} WHERE a.slug = ${slug}`),
    currentSite(),
  ]);
  if (!article) throw new NotFound(t.thereIsNoSuchArticle);
  const { poll } = article;
  return shareSvg({ site: site.name, article, poll, note: noteOf(poll) }, FONT);
}

function noteOf(poll: Awaited<ReturnType<typeof chosen>>[number]["poll"]): string {
  if (!poll) return "";
  if (poll.votes !== null && poll.votes > 0) return say(t.countVotes, { count: poll.votes });
  if (poll.state === "upcoming") return t.theVoteOpensSoon;
  return poll.state === "open" ? t.theVoteIsOpen : t.theVoteIsClosed;
}
