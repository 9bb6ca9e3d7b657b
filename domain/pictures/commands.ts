import "server-only";

import { createHash } from "node:crypto";
import { operator, type Publisher } from "@/domain/articles/policy";
import { transaction, type Database } from "@/platform/database";
import { troubleOf } from "@/platform/database-trouble";
import { encodePicture, type Encoded, type EncodeProblem, type EncodeWish } from "@/platform/pictures/encode";
import { authorize, Refusal, Unacceptable } from "@/platform/refusal";
import { isAnimatedPng, kindOf, pictureTooLarge } from "./kind";
import {
  ICON_SIDES,
  MEGAPIXELS_MOST,
  PICTURE_LIMIT,
  SHARED_WIDTH,
  SIDE_MOST,
  WIDTHS,
  type Picture,
} from "./picture";
import { mayUpload } from "./policy";
import { dropUnused, keepPicture, keptPicture } from "./store";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

/** What a picture is for: `figure` in an article, or an `icon` of the site. */
export type Purpose = "figure" | "icon";

/**
 * Takes a picture in: decoded, encoded anew in the sizes it is shown in, and kept without anything but its pixels. The same file is the
 * same picture, and is not worked on twice.
 * @throws Refusal with a sentence that says what is wrong with the file (413, 415, 422), 503 where too many wait, or 507 where there is no room
 */
export async function addPicture(
  bytes: Uint8Array | null,
  by: Publisher,
  purpose: Purpose = "figure",
): Promise<Picture> {
  refuseUnlessMayUpload(by);
  if (bytes === null) throw refused(t.chooseAPicture);
  refuseByItsBeginning(bytes);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, HASH_LENGTH);
  const kept = await keptPicture(hash, purpose === "icon" ? "png" : "webp");
  const made = kept ? { ...kept, files: [] } : pictureOf(await encodePicture(wishOf(bytes, purpose)));
  const picture = { hash, width: made.width, height: made.height };
  await transaction((tx) => keepPicture(tx, picture, made.files)).catch((problem: unknown) => {
    if (troubleOf(problem) === "full") throw new Refusal(t.thereIsNoRoom, 507);
    throw problem;
  });
  return picture;
}

export const refuseUnlessMayUpload = (by: Publisher | null): void =>
  authorize(mayUpload(by), by === operator ? null : by, t.onlyEditorsUpload);

/** 128 bits: nobody finds two files that share them by chance, and only editors upload. Hex digits. */
const HASH_LENGTH = 32;

const refused = (sentence: string) => new Unacceptable(sentence, { file: sentence });

function refuseByItsBeginning(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refused(t.thisFileIsEmpty);
  if (bytes.length > PICTURE_LIMIT) throw pictureTooLarge();
  const kind = kindOf(bytes);
  if (kind === "svg") throw new Refusal(t.anSvgCanHoldScripts, 415);
  if (kind === "heif") throw new Refusal(t.aHeifIsNotShownEverywhere, 415);
  if (kind === "gif" || kind === "unknown") throw new Refusal(t.picturesAreJpegPngOrWebp, 415);
  if (kind === "png" && isAnimatedPng(bytes)) throw refused(t.animatedPicturesAreNotShown);
}

const wishOf = (bytes: Uint8Array, purpose: Purpose): EncodeWish => ({
  bytes,
  pixelsAtMost: MEGAPIXELS_MOST * 1_000_000,
  sideAtMost: SIDE_MOST,
  widest: Math.max(...WIDTHS),
  webp: WIDTHS,
  jpg: [SHARED_WIDTH],
  icons: purpose === "icon" ? ICON_SIDES : [],
});

function pictureOf(made: Encoded | EncodeProblem): Encoded {
  if (!("problem" in made)) return made;
  switch (made.problem) {
    case "pixels":
      throw refused(
        say(t.aPictureHasAtMostMegapixels, {
          most: MEGAPIXELS_MOST,
          has: Math.ceil((made.width * made.height) / 1_000_000),
        }),
      );
    case "side":
      throw refused(say(t.aPictureIsAtMostSoLong, { most: SIDE_MOST }));
    case "animated":
      throw refused(t.animatedPicturesAreNotShown);
    case "slow":
      throw refused(t.thisPictureTookTooLong);
    case "damaged":
      throw refused(t.thisFileIsDamaged);
  }
}

/** What shows pictures: one revision of an article, one draft, or one version of a part of the site's settings. */
export type Shows =
  | { draftId: string }
  | { articleId: string; revision: number }
  | { part: string; version: number };

/** Notes which pictures something shows, of those that are there. What it no longer shows has some days until it is swept. */
export async function showPictures(tx: Database, by: Shows, hashes: readonly string[]): Promise<void> {
  const gone = { ...by, hash: { notIn: [...hashes] } };
  const before = await tx.pictureUse.findMany({ where: gone, select: { hash: true } });
  if (before.length > 0) {
    await tx.picture.updateMany({
      where: { hash: { in: before.map(({ hash }) => hash) } },
      data: { usedAt: new Date() },
    });
    await tx.pictureUse.deleteMany({ where: gone });
  }
  if (hashes.length === 0) return;
  // Locked, so that the job which deletes unused pictures leaves them alone until this transaction has ended.
  const there = await tx.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM picture WHERE hash = ANY (${[...hashes]}) ORDER BY hash FOR KEY SHARE`;
  await tx.pictureUse.createMany({ data: there.map(({ hash }) => ({ ...by, hash })), skipDuplicates: true });
}

/** Days that a picture is kept which nothing shows: as long as somebody may undo what they did. */
const DAYS_KEPT = 7;
const A_ROUND = 100;

export const sweepPictures = () => dropUnused(DAYS_KEPT, A_ROUND);
