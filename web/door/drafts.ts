import "server-only";

import { z } from "zod";
import { articlePath } from "@/domain/articles/article";
import { addPictureToDraft } from "@/domain/articles/drafts/add-picture";
import { beginDraft, deleteDraft, saveDraft } from "@/domain/articles/drafts/commands";
import {
  DraftBegunSchema,
  DraftReadingSchema,
  DraftSchema,
  PublishedSchema,
  WritingSchema,
} from "@/domain/articles/drafts/answers";
import { draftPath, previewPath, WHOSE, writtenPath } from "@/domain/articles/drafts/draft";
import { endPreview, makePreview } from "@/domain/articles/drafts/previews";
import { publishDraft } from "@/domain/articles/drafts/publish";
import { draftFor, draftReading, draftsFor, writtenArticles } from "@/domain/articles/drafts/queries";
import { scheduleDraft, unscheduleDraft } from "@/domain/articles/drafts/schedule";
import {
  DraftWithPicture,
  NewDraft,
  NewPreview,
  PublishedDraft,
  SavedDraft,
  ScheduledDraft,
} from "@/domain/articles/drafts/schema";
import { deleteArticle } from "@/domain/articles/delete";
import { putOnTop, takeOffTheTop } from "@/domain/articles/lead";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { refuseUnlessMayUpload } from "@/domain/pictures/commands";
import { created, done, ok } from "@/web/route/answer";
import { perMinute } from "@/web/protection/rate-limit";
import { member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

/** Script saves every few seconds while somebody types. */
const SAVES = perMinute(120);
const DEEDS = perMinute(30);
const UPLOADS = perMinute(120);

/** Writing articles, for editors: drafts, and what becomes of them. */
export function drafts(door: Door): void {
  writing(door);
  previewing(door);
  publishing(door);
}

function writing(door: Door): void {
  door.get("/drafts", {
    who: member,
    output: { 200: WritingSchema },
    summary: "Drafts and articles, including unpublished ones: all, or with whose=mine your own (editors)",
    query: z.strictObject({ after: z.string().max(200).optional(), whose: z.enum(WHOSE).optional() }),
    run: async ({ actor, query }) => {
      const [drafts, { items, next }] = await Promise.all([
        draftsFor(actor, query.whose),
        writtenArticles(query.after ?? null, actor, query.whose),
      ]);
      return ok({ drafts, articles: items, next });
    },
  });
  door.post("/drafts", {
    who: member,
    output: { 201: DraftBegunSchema },
    summary: "Start an article, or the next revision of one, from its current text or an earlier one",
    input: NewDraft,
    example: { article: "on-tea" },
    limit: DEEDS,
    run: async ({ input, actor }) => {
      const id = await beginDraft(input.article ?? null, actor, input.revision ?? null);
      return created({ id }, { location: draftPath(id) });
    },
  });
  door.get("/drafts/{id}", {
    who: member,
    output: { 200: DraftSchema },
    summary: "A draft, and what has to be corrected in it",
    run: async ({ params, actor }) => ok(await draftFor(params.id, actor)),
  });
  door.get("/drafts/{id}/reading", {
    who: member,
    output: { 200: DraftReadingSchema },
    summary: "The text of a draft as readers will see it",
    run: async ({ params, actor }) => ok(await draftReading(params.id, actor)),
  });
  door.put("/drafts/{id}", {
    who: member,
    output: { 200: DraftSchema },
    summary: "Save a draft: all its fields, and the version you have seen",
    input: SavedDraft,
    example: { version: 1, title: "On tea", slug: "on-tea", body: "Tea." },
    limit: SAVES,
    run: async ({ params, input, actor }) =>
      ok(await saveDraft(params.id, input, actor), { location: draftPath(params.id) }),
  });
  door.post("/drafts/{id}/pictures", {
    who: member,
    output: { 200: DraftSchema },
    summary: "Save a draft with a picture added to its text, or on top",
    input: DraftWithPicture,
    example: { version: 1, title: "On tea", body: "Tea.", newAlt: "A cup of tea" },
    takesFile: refuseUnlessMayUpload,
    replay: false,
    limit: UPLOADS,
    run: async ({ params, input, file, actor }) =>
      ok(await addPictureToDraft(params.id, input, file, actor), { location: draftPath(params.id) }),
  });
  door.delete("/drafts/{id}", {
    who: member,
    output: { 204: null },
    summary: "Delete a draft; the article it revises stays as it is",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await deleteDraft(params.id, actor);
      return done({ location: "/write" });
    },
  });
}

function previewing(door: Door): void {
  door.put("/drafts/{id}/preview", {
    who: member,
    output: { 200: DraftSchema },
    summary: "Make an address at which people without an account read the draft; an earlier one ends",
    input: NewPreview,
    example: { days: 7 },
    limit: DEEDS,
    run: async ({ params, input, actor }) =>
      ok(await makePreview(params.id, input, actor), { location: previewPath(params.id) }),
  });
  door.delete("/drafts/{id}/preview", {
    who: member,
    output: { 204: null },
    summary: "Revoke that address",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await endPreview(params.id, actor);
      return done({ location: previewPath(params.id) });
    },
  });
}

function publishing(door: Door): void {
  door.post("/drafts/{id}/publication", {
    who: member,
    output: { 200: PublishedSchema },
    summary: "Publish a draft now, under the same rules as `moot article publish`",
    input: PublishedDraft,
    example: { version: 3, revision: 1, correction: "The year was wrong." },
    limit: DEEDS,
    run: async ({ params, input, actor }) => {
      const { slug, title, revision, words, kept } = await publishDraft(params.id, input, actor);
      return ok({ slug, title, revision, words, kept }, { location: articlePath(slug) });
    },
  });
  door.put("/drafts/{id}/schedule", {
    who: member,
    output: { 200: DraftSchema },
    summary: "Schedule a draft",
    input: ScheduledDraft,
    example: { version: 3, at: "2027-01-31T18:00:00Z" },
    limit: DEEDS,
    run: async ({ params, input, actor }) =>
      ok(await scheduleDraft(params.id, input, actor), { location: previewPath(params.id) }),
  });
  door.delete("/drafts/{id}/schedule", {
    who: member,
    output: { 204: null },
    summary: "Cancel a schedule; it stays a draft",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await unscheduleDraft(params.id, actor);
      return done({ location: previewPath(params.id) });
    },
  });
  door.delete("/articles/{slug}/publication", {
    who: member,
    output: { 204: null },
    summary: "Unpublish an article with its discussion",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await unpublish(params.slug, actor);
      return done({ location: writtenPath(params.slug) });
    },
  });
  door.delete("/articles/{slug}", {
    who: member,
    output: { 204: null },
    summary: "Delete an unpublished article for good; its discussion stays for staff",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await deleteArticle(params.slug, actor);
      return done({ location: writtenPath(params.slug) });
    },
  });
  door.put("/articles/{slug}/lead", {
    who: member,
    output: { 204: null },
    summary: "Put an article on top of the front page, instead of the newest",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await putOnTop(params.slug, actor);
      return done({ location: writtenPath(params.slug) });
    },
  });
  door.delete("/articles/{slug}/lead", {
    who: member,
    output: { 204: null },
    summary: "Take it off the top",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await takeOffTheTop(params.slug, actor);
      return done({ location: writtenPath(params.slug) });
    },
  });
  door.put("/articles/{slug}/publication", {
    who: member,
    output: { 204: null },
    summary: "Publish an unpublished article again, as it was",
    limit: DEEDS,
    run: async ({ params, actor }) => {
      await publishAgain(params.slug, actor);
      return done({ location: writtenPath(params.slug) });
    },
  });
}
