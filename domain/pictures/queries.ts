import "server-only";

import type { Member } from "@/domain/members/member";
import { Prisma, query, type Database } from "@/platform/database";
import { Gone, NotFound } from "@/platform/refusal";
import { pictureReference, type Picture, type PictureFormat } from "./picture";
import { maySeeUnpublished } from "./policy";
import { fileOf } from "./store";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

export type PictureFile = { bytes: Uint8Array; format: PictureFormat; isPublic: boolean };

const NAME = /^([1-9]\d{0,3})\.(webp|jpg|png)$/;

/**
 * A file of a picture, to whoever may see it: everybody where something published shows it, or a draft that is previewed; else who may read what is
 * not published.
 * @param name "960.webp"
 * @throws Gone where only deleted articles show it; NotFound where there is none, or not for this viewer
 */
export async function pictureFile(hash: string, name: string, viewer: Member | null): Promise<PictureFile> {
  const [, width, kind] = NAME.exec(name) ?? [];
  const format = (["webp", "jpg", "png"] as const).find((one) => one === kind);
  if (width === undefined || !format) throw new NotFound(t.thereIsNoSuchPicture);
  const shown = await whoShows(hash);
  if (!shown.published && !shown.previewed && !maySeeUnpublished(viewer))
    throw shown.deleted ? new Gone(t.thisPictureIsGone) : new NotFound(t.thereIsNoSuchPicture);
  const bytes = await fileOf(hash, Number(width), format);
  if (!bytes) throw new NotFound(t.thereIsNoSuchPicture);
  return { bytes, format, isPublic: shown.published };
}

/** `previewed`: a draft that shows it is read by people without an account now, who have been given its address. */
type Shown = { published: boolean; deleted: boolean; previewed: boolean };

/** Whether what readers can read now shows the picture; and whether what was deleted did. */
async function whoShows(hash: string): Promise<Shown> {
  const [shown] = await query<Shown>(Prisma.sql`
    SELECT
      coalesce(bool_or(CASE WHEN u.part IS NOT NULL
        THEN u.version = (SELECT max(s.version) FROM site_version s WHERE s.part = u.part)
        ELSE a.revision = u.revision AND a.unpublished_at IS NULL END), false) AS published,
      coalesce(bool_or(a.deleted_at IS NOT NULL), false) AS deleted,
      coalesce(bool_or(v.expires_at > now()), false) AS previewed
    FROM picture_use u LEFT JOIN article a ON a.id = u.article_id LEFT JOIN draft_preview v ON v.draft_id = u.draft_id
    WHERE u.hash = ${hash}`);
  return shown ?? { published: false, deleted: false, previewed: false };
}

/** What is wrong with the pictures that a text names: a sentence for each that is not there, or is of another size. */
export async function wrongPictures(tx: Database, named: readonly Picture[]): Promise<string[]> {
  if (named.length === 0) return [];
  const rows = await tx.picture.findMany({ where: { hash: { in: named.map(({ hash }) => hash) } } });
  const there = new Map(rows.map((row) => [row.hash, row]));
  return named.flatMap((picture) => {
    const kept = there.get(picture.hash);
    const address = pictureReference(picture);
    if (!kept) return [say(t.thatPictureIsNotHere, { address })];
    if (kept.width === picture.width && kept.height === picture.height) return [];
    return [say(t.thatPictureHasAnotherSize, { address, right: pictureReference(kept) })];
  });
}
