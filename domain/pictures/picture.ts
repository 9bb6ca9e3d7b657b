/** What an uploaded file may weigh: a photograph of a phone, as it is. Bytes. */
export const PICTURE_LIMIT = 12 * 1024 * 1024;
/** Decoded, each pixel takes four bytes. */
export const MEGAPIXELS_MOST = 40;
/** WebP can be no longer. Pixels. */
export const SIDE_MOST = 16_000;

/**
 * From a small phone to a column of text on the finest screen. Each is at most half as wide again as the one before, so that nobody is
 * sent many more pixels than they see. Pixels.
 */
export const WIDTHS = [480, 720, 960, 1200, 1600] as const;
const WIDEST = Math.max(...WIDTHS);
/** Where WebP may not be read: feeds, and whoever shows a link. Pixels. */
export const SHARED_WIDTH = 1200;
/** The sides of an icon: in a tab, on a phone, and as a program (Web Application Manifest). Pixels. */
export const ICON_SIDES = [32, 180, 192, 512] as const;

/** The formats that are sent: `png` for icons only. */
export type PictureFormat = "webp" | "jpg" | "png";

/** `hash` is that of the file it came as; width and height are those of its largest file, in pixels. */
export type Picture = { hash: string; width: number; height: number };

/** What is said of a picture: for those who cannot see it, below it, and of whom it is. */
export type PictureWords = { alt: string; caption: string; credit: string };

/** The picture on top of an article. */
export type LeadPicture = Picture & PictureWords;

/** The widths of the WebP files of a picture that is so wide. */
export const webpWidths = (width: number): number[] => [
  ...WIDTHS.filter((one) => one < width),
  Math.min(width, WIDEST),
];

export const sharedWidth = (width: number): number => Math.min(width, SHARED_WIDTH);

export const picturePath = (hash: string, width: number, format: PictureFormat): string =>
  `/pictures/${hash}/${width}.${format}`;

/** The file that everything can read. */
export const sharedPath = ({ hash, width }: Pick<Picture, "hash" | "width">): string =>
  picturePath(hash, sharedWidth(width), "jpg");

/** The picture that is drawn of an article; `version` changes with what is in it, for those who keep what they have seen. */
export const drawnPath = (slug: string, version: string): string =>
  `/drawings/${slug}.png?v=${encodeURIComponent(version)}`;

/** How large that file is, in pixels. */
export function sharedSize({ width, height }: Pick<Picture, "width" | "height">) {
  const shared = sharedWidth(width);
  return { width: shared, height: Math.max(1, Math.round((height * shared) / width)) };
}

export const sourceSet = ({ hash, width }: Pick<Picture, "hash" | "width">): string =>
  webpWidths(width)
    .map((one) => `${picturePath(hash, one, "webp")} ${one}w`)
    .join(", ");

/** How wide a picture stands on a page: in the measure of the text, or nearly as wide as a phone. */
export const SIZES = "(min-width: 45rem) 41rem, 92vw";

const REFERENCE = /^\/pictures\/([0-9a-f]{32})#(\d{1,4})x(\d{1,5})$/;

/** How a text names a picture: `/pictures/HASH#1600x900`. */
export const pictureReference = ({ hash, width, height }: Picture): string =>
  `/pictures/${hash}#${width}x${height}`;

export function readReference(text: string): Picture | null {
  const [, hash, width, height] = REFERENCE.exec(text.trim()) ?? [];
  return hash === undefined ? null : { hash, width: Number(width), height: Number(height) };
}

/** What stands before the last upright line is the caption, what stands behind it the credit. */
const CAPTION_AND_CREDIT = /^(.*?)\s*\|\s*([^|]*)$/s;

export function captionAndCredit(title: string): Pick<PictureWords, "caption" | "credit"> {
  const [, caption, credit] = CAPTION_AND_CREDIT.exec(title.trim()) ?? [];
  return caption === undefined || credit === undefined
    ? { caption: title.trim(), credit: "" }
    : { caption, credit };
}

/** A figure as an article's Markdown has it. */
export function figureMarkdown(picture: Picture, { alt, caption, credit }: PictureWords): string {
  const below = credit === "" ? caption : `${caption} | ${credit}`.trim();
  const title = below === "" ? "" : ` "${onOneLine(below).replace(/["\\]/g, "\\$&")}"`;
  return `![${onOneLine(alt).replace(/[\\[\]*_~`<]/g, "\\$&")}](${pictureReference(picture)}${title})`;
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The hashes of all pictures that a text names. */
export const hashesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\/pictures\/([0-9a-f]{32})/g)].map(([, hash = ""]) => hash)),
];
