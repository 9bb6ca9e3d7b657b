import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

type Wish = { width?: number; height?: number; format?: "jpeg" | "png" | "webp"; seed?: number };

/** A picture as somebody would upload it: a colour drawn by its seed, so that two are seldom the same file. */
export const aPicture = ({ width = 700, height = 400, format = "jpeg", seed = Math.random() }: Wish = {}) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: { r: (seed * 255) % 256, g: (seed * 65_025) % 256, b: (seed * 16_581_375) % 256 },
    },
  })
    .toFormat(format)
    .toBuffer();

/** A photograph that says where it was taken, lying on its side. */
export async function aPhotographWithAPlace(): Promise<Buffer> {
  return sharp(await aPicture({ width: 600, height: 300 }))
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "Secretly Me" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .jpeg()
    .toBuffer();
}

/** A PNG of a hundred bytes that says it has so many pixels. */
export function aPictureBomb(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(Buffer.alloc(100))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A still PNG with the mark of one that moves before its picture. */
export async function anAnimatedPng(): Promise<Buffer> {
  const png = await aPicture({ format: "png" });
  const afterHead = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHead), chunk("acTL", Buffer.alloc(8)), png.subarray(afterHead)]);
}

export async function anAnimatedWebp(): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(48, 0), Buffer.alloc(48, 255)]);
  return sharp(frames, { raw: { width: 4, height: 8, channels: 3, pageHeight: 4 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A form with a file in it, as a browser sends it. */
export function withFile(bytes: Uint8Array, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}

/** A picture that nothing makes smaller: so many bytes as three times its pixels. */
export const noisyPicture = (width = 1_600, height = 1_400) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
