import sharp from "sharp";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { seedThread } from "@/domain/comments/seed/commands";
import { addPicture } from "@/domain/pictures/commands";
import { pictureReference } from "@/domain/pictures/picture";
import { closeDatabase } from "@/platform/database";
import { env } from "@/platform/env";
import { ILLUSTRATED, LEAD } from "./illustrated";

/** Fills a front page as a site of some weeks has it: articles with pictures and polls, the first of them argued about. A process of its own, because the settings are read once. */
const SEED = 7;
const COMMENTS = 100;

for (let nth = ILLUSTRATED; nth >= 1; nth--) {
  const picture = pictureReference(await addPicture(await aPhotograph(nth), operator));
  await publish(article(nth, picture), operator);
}
await seedThread(
  LEAD,
  { comments: COMMENTS, depth: 8, wide: 0, deep: 0, seed: SEED, votes: 0 },
  env.migrationUrl,
);
await closeDatabase();

/** As heavy as one: coarse noise under fine. A flat colour would weigh nothing. */
function aPhotograph(nth: number): Promise<Buffer> {
  const noise = (width: number, height: number, sigma: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: "#808080",
        noise: { type: "gaussian", mean: 90 + nth * 3, sigma },
      },
    });
  return noise(24, 14, 60)
    .png()
    .toBuffer()
    .then((coarse) => sharp(coarse).resize(1600, 900, { kernel: "cubic" }).toBuffer())
    .then(async (coarse) =>
      sharp(coarse)
        .composite([{ input: await noise(1600, 900, 12).png().toBuffer(), blend: "soft-light" }])
        .jpeg({ quality: 85 })
        .toBuffer(),
    );
}

function article(nth: number, picture: string): string {
  const words = "A paragraph of ordinary length, as an article has many of them. ".repeat(8);
  const day = new Date(Date.now() - nth * 86_400_000).toISOString().slice(0, 10);
  return `---
title: Whether question ${nth} has an answer that everybody can live with
slug: ${nth === 1 ? LEAD : `illustrated-${nth}`}
standfirst: What speaks for it, what speaks against it, and what nobody has measured yet.
author: The bench
date: ${day}
tags: [measured]
picture:
  src: ${picture}
  alt: Noise of many colours.
  caption: As heavy as a photograph.
poll:
  question: Which of the two?
  results: always
  options:
    - { key: approach, label: One of approach }
    - { key: complementary, label: Complementary }
---

${Array.from({ length: 12 }, (_, part) => `## Part ${part + 1}\n\n${words}`).join("\n\n")}
`;
}
