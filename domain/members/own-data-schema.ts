import { z } from "zod";
import { ROLES } from "./member";
import { Time } from "@/domain/answer-schema";
import * as t from "#messages/own-data";

const Text = z.string();
const Id = z.uuid();
const Version = z.int().nullable();

/** W3C Web Annotation Data Model, 4.2.4 and 4.2.5. */
const Selector = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("TextQuoteSelector"), exact: Text, prefix: Text, suffix: Text }),
  z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int(), end: z.int() }),
]);

const Revision = z.strictObject({ number: z.int(), at: Time, source: Text });

/** The copy of one's data, as it is published in the API's description. Nobody who keeps one has to guess what is in it. */
export const OwnDataSchema = z
  .strictObject({
    member: z.strictObject({
      handle: Text,
      name: Text,
      email: Text.nullable(),
      claimedEmail: Text.nullable(),
      bio: Text,
      role: z.enum(ROLES),
      joinedAt: Time,
      provenAt: Time.nullable(),
      rulesVersion: Version,
      termsVersion: Version,
      privacyVersion: Version,
    }),
    sessions: z.array(z.strictObject({ createdAt: Time, seenAt: Time, browser: Text })),
    securityEvents: z.array(z.strictObject({ kind: Text, at: Time, browser: Text })),
    visits: z.array(z.strictObject({ articleId: Id, seenAt: Time })),
    outsideAccounts: z.array(z.strictObject({ issuer: Text, subject: Text, joinedAt: Time })),
    earlierHandles: z.array(z.strictObject({ handle: Text, leads: z.boolean(), at: Time })),
    reactions: z.array(z.strictObject({ commentId: Id, kind: Text, at: Time })),
    reports: z.array(
      z.strictObject({
        commentId: Id.nullable(),
        member: z.strictObject({ handle: Text }).nullable(),
        reason: Text,
        detail: Text,
        at: Time,
        state: Text,
        notice: z.unknown(),
      }),
    ),
    decisions: z.array(
      z.strictObject({
        id: Id,
        at: Time,
        action: Text,
        commentId: Id.nullable(),
        ground: Text.nullable(),
        rulesVersion: Version,
        statement: z.unknown(),
      }),
    ),
    takenDown: z.array(
      z.strictObject({
        decisionId: Id,
        name: Text.nullable(),
        bio: Text.nullable(),
        endedAt: Time.nullable(),
      }),
    ),
    drafts: z.array(z.strictObject({ id: Id, savedAt: Time, fields: z.unknown() })),
    bylines: z.array(
      z.strictObject({ article: z.strictObject({ slug: Text }), name: Text, revision: z.int() }),
    ),
    writtenArticles: z.array(z.strictObject({ article: z.strictObject({ slug: Text }), publishedAt: Time })),
    passkeys: z.array(z.strictObject({ name: Text, createdAt: Time, usedAt: Time.nullable() })),
    appeals: z.array(
      z.strictObject({
        decisionId: Id,
        words: Text,
        at: Time,
        outcome: Text.nullable(),
        answer: Text.nullable(),
        answeredAt: Time.nullable(),
      }),
    ),
    following: z.array(
      z.strictObject({ article: z.strictObject({ slug: Text }), subjectId: Id, state: Text }),
    ),
    followedListings: z.array(z.strictObject({ kind: Text, name: Text, at: Time })),
    muted: z.array(z.strictObject({ at: Time, muted: z.strictObject({ handle: Text }) })),
    mails: z
      .strictObject({
        wanted: z.array(Text),
        unwanted: z.array(Text),
        none: z.boolean(),
        digest: Text,
      })
      .nullable(),
    notices: z.array(
      z.strictObject({ kind: Text, at: Time, readAt: Time.nullable(), commentId: Id.nullable() }),
    ),
    votes: z
      .array(z.strictObject({ article: Text, question: Text, option: Text }))
      .nullable()
      .describe(t.votesAreNullForWhoeverIsShutOut),
    guesses: z
      .array(z.strictObject({ article: Text, question: Text, share: z.number().nullable() }))
      .nullable(),
    mindChanges: z
      .array(
        z.strictObject({
          article: Text,
          commentId: Id.nullable(),
          passage: Text.nullable(),
          why: Text,
          closer: z.boolean(),
          quotable: z.boolean(),
        }),
      )
      .nullable(),
    comments: z.array(
      z.strictObject({
        id: Id,
        parentId: Id.nullable(),
        state: Text,
        postedAt: Time,
        editedAt: Time.nullable(),
        stance: Text.nullable(),
        article: z.strictObject({ slug: Text }),
        revisions: z.array(Revision),
        about: z.strictObject({ revision: z.int(), selector: z.array(Selector) }).nullable(),
      }),
    ),
  })
  .meta({ id: "OwnData" });
