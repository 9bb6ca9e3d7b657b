import sharp from "sharp";

/*
 * The program of the process that decodes one picture and ends: what a hostile file does to a decoder it does here, where it can be
 * killed, and where nothing is secret. Plain JavaScript: reading TypeScript first would take longer than most pictures do.
 */

/**
 * @typedef {import("./encode").Encoded} Encoded
 * @typedef {import("./encode").EncodedFile} EncodedFile
 * @typedef {import("./encode").EncodeProblem} EncodeProblem
 * @typedef {import("./encode").EncodeWish} EncodeWish
 */

/** Only what we take can be read at all, whatever a file says it is. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"],
});
sharp.cache(false);
sharp.concurrency(1);

const WEBP = { quality: 80, effort: 4 };
const JPEG = { quality: 82 };
/** What is behind a picture one can see through, where a format has no transparency. */
const PAPER = "#ffffff";
const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 };

process.once("message", (/** @type {EncodeWish} */ wish) => {
  void encode(wish)
    .catch(() => /** @type {EncodeProblem} */ ({ problem: "damaged" }))
    .then((result) => process.send?.(result, () => process.disconnect()));
});

/**
 * @param {EncodeWish} wish
 * @returns {Promise<Encoded | EncodeProblem>}
 */
async function encode(wish) {
  // What a file says of its size is believed before it is decoded, and not afterwards.
  const said = await sharp(wish.bytes, { limitInputPixels: false }).metadata();
  const { width, height } = said.autoOrient;
  if ((said.pages ?? 1) > 1) return { problem: "animated" };
  if (width * height > wish.pixelsAtMost) return { problem: "pixels", width, height };
  if (Math.max(width, height) > wish.sideAtMost) return { problem: "side", width, height };
  const pixels = await decode(wish);
  /** @type {EncodedFile[]} */
  const files = [];
  for (const one of notWider(wish.webp, pixels))
    files.push({ width: one, format: "webp", bytes: await pixels.at(one).webp(WEBP).toBuffer() });
  for (const one of notWider(wish.jpg, pixels)) {
    const bytes = await pixels.at(one).flatten({ background: PAPER }).jpeg(JPEG).toBuffer();
    files.push({ width: one, format: "jpg", bytes });
  }
  for (const one of wish.icons) {
    const bytes = await pixels.square(one).png().toBuffer();
    files.push({ width: one, format: "png", bytes });
  }
  return { width: pixels.width, height: pixels.height, files };
}

/**
 * Those widths that are less than the picture's, and the picture's own instead of the first that is not.
 * @param {readonly number[]} widths
 * @param {{ width: number }} picture
 */
const notWider = (widths, { width }) => [...new Set(widths.map((one) => Math.min(one, width)))];

/**
 * Decoded once, upright, in sRGB, and no wider than any file will be.
 * @param {EncodeWish} wish
 */
async function decode({ bytes, pixelsAtMost, widest }) {
  const { data, info } = await sharp(bytes, { limitInputPixels: pixelsAtMost, failOn: "truncated" })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  return {
    width,
    height,
    at: (/** @type {number} */ one) => pixels().resize({ width: one }),
    square: (/** @type {number} */ one) =>
      pixels().ensureAlpha().resize(one, one, { fit: "contain", background: NOTHING }),
  };
}
