import "server-only";

import { z } from "zod";
import { sharePicture } from "@/domain/articles/share-picture";
import { UploadedPictureSchema } from "@/domain/pictures/answers";
import { addPicture, refuseUnlessMayUpload } from "@/domain/pictures/commands";
import {
  figureMarkdown,
  pictureReference,
  sharedPath,
  type Picture,
  type PictureFormat,
} from "@/domain/pictures/picture";
import { pictureFile } from "@/domain/pictures/queries";
import { NotFound } from "@/platform/refusal";
import { absoluteUrl } from "@/web/absolute-url";
import { isUnmodified, refuseUnmatched } from "@/web/pages/conditional";
import { perMinute } from "@/web/protection/rate-limit";
import { created } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";
import * as t from "#messages/pictures";

const UPLOADS = perMinute(120);

const TYPES: Record<PictureFormat, string> = { webp: "image/webp", jpg: "image/jpeg", png: "image/png" };

/**
 * A file never becomes another one, so whoever has it need not ask again. Caches that many share do after some minutes: it may have been
 * taken from readers.
 */
const FOR_EVERYBODY = "public, max-age=31536000, s-maxage=600, immutable";
const FOR_STAFF = "private, no-store";
/** Readers of feeds show the pictures of an article on pages of their own. */
const ANYWHERE = { "cross-origin-resource-policy": "cross-origin" };
/** What an article's own picture shows changes with its title and its poll. */
const SHARED = "public, max-age=300";

/** Pictures: taken in from editors, and sent to readers in the sizes they are shown in. */
export function pictures(door: Door): void {
  door.post("/pictures", {
    who: member,
    output: { 201: UploadedPictureSchema },
    summary: "Upload a picture: JPEG, PNG or WebP (editors)",
    takesFile: refuseUnlessMayUpload,
    replay: false,
    limit: UPLOADS,
    run: async ({ file, actor }) => created(uploaded(await addPicture(file, actor)), { location: "/write" }),
  });
  door.get("/drawings/{file}", {
    who: anyone,
    output: { 200: { media: "image/png" } },
    summary:
      "The picture of an article for whoever shares it, such as on-tea.png; with its result only where everybody sees that",
    query: z.strictObject({ v: z.string().max(40).optional() }),
    run: async ({ params }) => {
      const [, slug] = /^(.+)\.png$/.exec(params.file) ?? [];
      if (slug === undefined) throw new NotFound(t.thereIsNoSuchPicture);
      const bytes = await sharePicture(slug);
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": TYPES.png,
          "cache-control": SHARED,
          ...ANYWHERE,
          "content-length": String(bytes.length),
        },
      });
    },
  });
  door.get("/pictures/{hash}/{file}", {
    who: anyone,
    output: { 200: { media: "image/webp" } },
    summary: "A picture in one of its sizes, such as 960.webp",
    run: async ({ params, actor, headers }) => {
      const { bytes, format, isPublic } = await pictureFile(params.hash, params.file, actor);
      const etag = `"${params.hash}-${params.file}"`;
      const about = {
        etag,
        "content-type": TYPES[format],
        "cache-control": isPublic ? FOR_EVERYBODY : FOR_STAFF,
        ...(isPublic && ANYWHERE),
      };
      refuseUnmatched(headers["if-match"], etag);
      return isUnmodified(headers["if-none-match"], etag)
        ? new Response(null, { status: 304, headers: about })
        : new Response(new Uint8Array(bytes), {
            headers: { ...about, "content-length": String(bytes.length) },
          });
    },
  });
}

const uploaded = (picture: Picture) => ({
  ...picture,
  url: absoluteUrl(sharedPath(picture)),
  reference: pictureReference(picture),
  markdown: figureMarkdown(picture, { alt: "", caption: "", credit: "" }),
});
