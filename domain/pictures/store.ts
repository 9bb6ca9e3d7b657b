import "server-only";

import { database, Prisma, query, type Database } from "@/platform/database";
import type { EncodedFile } from "@/platform/pictures/encode";
import { WIDTHS, type Picture, type PictureFormat } from "./picture";

/*
 * The one module that knows where the bytes of pictures are: in the database, where every process of the site and every backup has
 * them. Another store would put them elsewhere here.
 */

/** Keeps what was made of a picture; what is there already stays. It counts as used now, so that it is not swept before it is. */
export async function keepPicture(
  tx: Database,
  picture: Picture,
  files: readonly EncodedFile[],
): Promise<void> {
  await tx.picture.upsert({
    where: { hash: picture.hash },
    create: picture,
    update: { usedAt: new Date() },
  });
  await tx.pictureFile.createMany({
    data: files.map(({ width, format, bytes }) => ({
      hash: picture.hash,
      width,
      format,
      bytes: new Uint8Array(bytes),
    })),
    skipDuplicates: true,
  });
}

/** A picture that is there with files of such a format, or null. */
export async function keptPicture(hash: string, format: PictureFormat): Promise<Picture | null> {
  const picture = await database().picture.findUnique({
    where: { hash, files: { some: { format } } },
    select: { hash: true, width: true, height: true },
  });
  return picture;
}

/** The bytes of one file, or null. What was taken in before there were as many widths has the next wider in the place of the others. */
export async function fileOf(hash: string, width: number, format: PictureFormat): Promise<Uint8Array | null> {
  const most = format === "webp" && WIDTHS.some((one) => one === width) ? Math.max(...WIDTHS) : width;
  const [file] = await query<{ bytes: Uint8Array }>(Prisma.sql`
    SELECT bytes FROM picture_file
    WHERE hash = ${hash} AND width BETWEEN ${width}::int AND ${most}::int AND format = ${format}::picture_format
    ORDER BY width LIMIT 1`);
  return file?.bytes ?? null;
}

/** Forgets pictures that nothing has shown for so many days. Those that somebody is about to show are left for the next time. */
export const dropUnused = (days: number, most: number): Promise<number> =>
  database().$executeRaw`
    DELETE FROM picture WHERE hash IN (
      SELECT p.hash FROM picture p
      WHERE p.used_at < now() - make_interval(days => ${days}::int) AND NOT EXISTS (SELECT FROM picture_use u WHERE u.hash = p.hash)
      ORDER BY p.used_at LIMIT ${most} FOR UPDATE SKIP LOCKED)`;
