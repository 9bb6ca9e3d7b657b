import { z } from "zod";

/**
 * An export is lines of JSON, one object a line, each with its `type`. First says `site` who wrote it, last says `end` how many lines were
 * before; between them is one line for each row of what a site has published, decided and been told, kind by kind, in the order below. It has no
 * ballot: of votes only the published counts of polls that are closed.
 */
export const FORMAT = 1;

export const First = z.strictObject({
  type: z.literal("site"),
  format: z.literal(FORMAT),
  /** The version of Moot that wrote it. */
  version: z.string(),
  /** Whether e-mail addresses of members are in it. */
  addresses: z.boolean(),
});
export const Last = z.strictObject({ type: z.literal("end"), lines: z.int().min(0) });

/** What a field holds; with a question mark it may be null. */
type Field = Shape | `${Shape}?`;
type Shape = keyof typeof SHAPES;

const SHAPES = {
  id: z.uuid(),
  text: z.string(),
  number: z.number(),
  integer: z.int(),
  truth: z.boolean(),
  /** In UTC, to the millisecond. */
  time: z.iso.datetime({ precision: 3 }),
  date: z.iso.date(),
  texts: z.array(z.string()),
  json: z.json(),
  /** In base64. */
  bytes: z.base64(),
} as const;

/** Rows of one table. Names of fields are those of its columns, written as JSON has it. */
export type Kind = Readonly<{
  table: string;
  fields: Readonly<Record<string, Field>>;
  /** The columns that order the lines, which name one row together. */
  key: readonly string[];
  /** SQL, of the row `t`: which rows are in it. */
  only?: string;
  /** Columns that are not in it: derived, or nobody else's business. */
  without?: readonly string[];
}>;

/** Counts of an open poll stay behind with its votes: elsewhere it begins anew. */
const CLOSED = "EXISTS (SELECT FROM poll p WHERE p.id = t.poll_id AND p.closes_at <= now())";

export const KINDS: Readonly<Record<string, Kind>> = {
  setting: { table: "site_setting", key: ["key"], fields: { key: "text", value: "json" } },
  "site-version": {
    table: "site_version",
    key: ["part", "version"],
    fields: { part: "text", version: "integer", value: "json", by: "id?", at: "time" },
  },
  "house-rules": {
    table: "house_rules",
    key: ["version"],
    fields: { version: "integer", rules: "json", by: "id?", at: "time" },
  },
  "word-list": {
    table: "word_list",
    key: ["version"],
    fields: { version: "integer", block: "text", hold: "text", mark: "text", by: "id?", at: "time" },
  },
  member: {
    table: "member",
    key: ["id"],
    fields: {
      id: "id",
      handle: "text",
      name: "text",
      email: "text?",
      role: "text",
      bio: "text",
      sample: "truth",
      approvedCount: "integer",
      honourCount: "integer",
      joinedAt: "time",
      erasedAt: "time?",
      hiddenAt: "time?",
      provenAt: "time?",
      rulesVersion: "integer?",
      termsVersion: "integer?",
      privacyVersion: "integer?",
      handleChangedAt: "time?",
    },
    without: ["password_hash", "claimed_email", "mail_refused_at", "mail_refusals", "invitation_id"],
  },
  "earlier-handle": {
    table: "earlier_handle",
    key: ["handle"],
    fields: { handle: "text", memberId: "id", leads: "truth", at: "time" },
  },
  "reserved-handle": { table: "reserved_handle", key: ["mark"], fields: { mark: "text" } },
  erasure: {
    table: "erasure",
    key: ["member_id"],
    fields: { memberId: "id", askedAt: "time", dueAt: "time", textsGo: "truth" },
  },
  "mail-choice": {
    table: "mail_choice",
    key: ["member_id"],
    fields: {
      memberId: "id",
      wanted: "texts",
      unwanted: "texts",
      none: "truth",
      digest: "text",
      digestAt: "time",
    },
  },
  mute: {
    table: "member_mute",
    key: ["member_id", "muted_id"],
    fields: { memberId: "id", mutedId: "id", at: "time" },
  },
  picture: {
    table: "picture",
    key: ["hash"],
    fields: { hash: "text", width: "integer", height: "integer", usedAt: "time" },
  },
  "picture-file": {
    table: "picture_file",
    key: ["hash", "width", "format"],
    fields: { hash: "text", width: "integer", format: "text", bytes: "bytes" },
  },
  article: {
    table: "article",
    key: ["id"],
    fields: {
      id: "id",
      slug: "text",
      publishedAt: "time",
      revision: "integer",
      commentsState: "text",
      moderation: "text",
      slowSeconds: "integer",
      closesAt: "time?",
      leadSince: "time?",
      unpublishedAt: "time?",
      deletedAt: "time?",
    },
  },
  "article-revision": {
    table: "article_revision",
    key: ["article_id", "number"],
    fields: {
      articleId: "id",
      number: "integer",
      title: "text",
      standfirst: "text",
      author: "text",
      tags: "texts?",
      callToAction: "json?",
      source: "text",
      html: "text",
      words: "integer",
      createdAt: "time",
      asked: "json?",
      origin: "text",
      correction: "text?",
      picture: "json?",
    },
  },
  "article-author": {
    table: "article_author",
    key: ["article_id", "revision", "position"],
    fields: { articleId: "id", revision: "integer", position: "integer", name: "text", memberId: "id?" },
  },
  "article-writer": {
    table: "article_writer",
    key: ["member_id", "article_id"],
    fields: { memberId: "id", articleId: "id", publishedAt: "time" },
  },
  "article-address": {
    table: "article_address",
    key: ["slug"],
    fields: { slug: "text", articleId: "id", at: "time" },
  },
  "article-draft": {
    table: "article_draft",
    key: ["id"],
    fields: {
      id: "id",
      articleId: "id?",
      ownerId: "id",
      savedById: "id",
      version: "integer",
      fields: "json",
      asked: "json?",
      savedAt: "time",
      publishAt: "time?",
      scheduledById: "id?",
      correction: "text?",
      overRevision: "integer?",
      problem: "text?",
    },
  },
  "article-moderator": {
    table: "article_moderator",
    key: ["member_id", "article_id"],
    fields: { articleId: "id", memberId: "id", by: "id?", at: "time" },
  },
  "picture-use": {
    table: "picture_use",
    key: ["id"],
    fields: {
      id: "id",
      hash: "text",
      articleId: "id?",
      revision: "integer?",
      draftId: "id?",
      part: "text?",
      version: "integer?",
    },
  },
  following: {
    table: "following",
    key: ["member_id", "article_id", "subject_id"],
    fields: { memberId: "id", articleId: "id", subjectId: "id", state: "text" },
  },
  "listing-following": {
    table: "listing_following",
    key: ["member_id", "kind", "name"],
    fields: { memberId: "id", kind: "text", name: "text", at: "time" },
  },
  poll: {
    table: "poll",
    key: ["id"],
    fields: {
      id: "id",
      articleId: "id",
      question: "text",
      resultsShown: "text",
      opensAt: "time",
      closesAt: "time?",
      version: "integer",
      detached: "truth",
      confirmedBefore: "truth",
      guessing: "truth",
      closingStatement: "text?",
      closingHtml: "text?",
    },
  },
  "poll-option": {
    table: "poll_option",
    key: ["poll_id", "key"],
    fields: {
      pollId: "id",
      key: "text",
      position: "integer",
      label: "text",
      sentence: "text",
      side: "truth",
      removedAt: "time?",
    },
  },
  "poll-version": {
    table: "poll_version",
    key: ["poll_id", "version"],
    fields: { pollId: "id", version: "integer", question: "text", options: "json", until: "time" },
  },
  "poll-record": {
    table: "poll_record",
    key: ["poll_id", "version"],
    fields: { pollId: "id", version: "integer", at: "time", digest: "text" },
  },
  comment: {
    table: "comment",
    key: ["id"],
    fields: {
      id: "id",
      articleId: "id",
      articleRevision: "integer",
      parentId: "id?",
      rootId: "id?",
      depth: "integer",
      authorId: "id?",
      state: "text",
      listed: "truth",
      revision: "integer",
      source: "text",
      html: "text",
      postedAt: "time",
      editedAt: "time?",
      bridging: "number",
      locked: "truth",
      pinned: "truth",
      stance: "text?",
      stanceOutdated: "truth",
      movedBy: "text?",
    },
    without: [
      "reply_count",
      "thread_count",
      "respect",
      "unconvinced",
      "best",
      "open_reports",
      "changed_minds",
    ],
  },
  "comment-revision": {
    table: "comment_revision",
    key: ["comment_id", "number"],
    fields: { commentId: "id", number: "integer", source: "text", html: "text", at: "time", shown: "truth" },
  },
  passage: {
    table: "passage",
    key: ["comment_id"],
    fields: {
      commentId: "id",
      articleId: "id",
      revision: "integer",
      exact: "text",
      prefix: "text",
      suffix: "text",
      begins: "integer",
      ends: "integer",
      block: "integer",
      nowBegins: "integer?",
      nowEnds: "integer?",
      visible: "truth",
    },
    without: ["moved"],
  },
  removal: {
    table: "removal",
    key: ["id"],
    fields: {
      id: "id",
      commentId: "id",
      by: "text",
      reason: "text?",
      decisionId: "id?",
      at: "time",
      endedAt: "time?",
      was: "text",
    },
  },
  finding: {
    table: "finding",
    key: ["id"],
    fields: {
      id: "id",
      commentId: "id",
      revision: "integer",
      rule: "text",
      effect: "text",
      reason: "text",
      at: "time",
      undoneAt: "time?",
    },
  },
  reaction: {
    table: "reaction",
    key: ["comment_id", "member_id"],
    fields: { commentId: "id", memberId: "id", kind: "text", at: "time" },
  },
  decision: {
    table: "decision",
    key: ["seq"],
    fields: {
      id: "id",
      seq: "integer",
      at: "time",
      action: "text",
      moderatorId: "id?",
      commentId: "id?",
      revision: "integer?",
      articleId: "id?",
      memberId: "id?",
      ground: "text?",
      rulesVersion: "integer?",
      statement: "json?",
      before: "text?",
      after: "text?",
      undoes: "id?",
      hash: "text",
      bulk: "id?",
    },
  },
  sanction: {
    table: "sanction",
    key: ["id"],
    fields: {
      id: "id",
      memberId: "id",
      kind: "text",
      reason: "text",
      from: "time",
      until: "time?",
      liftedAt: "time?",
      decisionId: "id",
    },
    without: ["address_mark"],
  },
  appeal: {
    table: "appeal",
    key: ["id"],
    fields: {
      id: "id",
      decisionId: "id",
      memberId: "id",
      words: "text",
      at: "time",
      answeredBy: "id?",
      outcome: "text?",
      answer: "text?",
      answeredAt: "time?",
    },
  },
  "profile-removal": {
    table: "profile_removal",
    key: ["decision_id"],
    fields: { decisionId: "id", memberId: "id", name: "text?", bio: "text?", endedAt: "time?" },
  },
  "queue-item": {
    table: "queue_item",
    key: ["queue", "subject_id"],
    fields: { queue: "text", subjectId: "id", since: "time", articleId: "id?", memberId: "id?" },
    only: "t.queue IN ('held', 'rejected', 'new', 'approved', 'appeals')",
    without: ["claimed_by", "claimed_until"],
  },
  tally: {
    table: "published_tally",
    key: ["poll_id", "option_key"],
    fields: { pollId: "id", optionKey: "text", votes: "integer", asOf: "time" },
    only: CLOSED,
  },
  movement: {
    table: "published_movement",
    key: ["poll_id"],
    fields: { pollId: "id", moved: "integer", gained: "json", asOf: "time" },
    only: CLOSED,
  },
  opinion: {
    table: "published_opinion",
    key: ["poll_id", "series", "position"],
    fields: {
      pollId: "id",
      series: "text",
      position: "integer",
      fromDay: "date",
      toDay: "date",
      counts: "json",
    },
    only: CLOSED,
  },
  guess: {
    table: "published_guess",
    key: ["poll_id"],
    fields: { pollId: "id", guesses: "integer", median: "number" },
    only: CLOSED,
  },
  "mind-change": {
    table: "published_mind_change",
    key: ["id"],
    fields: {
      id: "id",
      pollId: "id",
      commentId: "id?",
      passage: "text?",
      why: "text?",
      closer: "truth",
    },
    only: CLOSED,
  },
  side: {
    table: "published_side",
    key: ["comment_id", "option_key"],
    fields: { commentId: "id", optionKey: "text", respect: "integer", reacted: "integer" },
    only: `EXISTS (SELECT FROM comment c JOIN poll p ON p.article_id = c.article_id AND p.closes_at <= now() WHERE c.id = t.comment_id)`,
  },
  "best-case": {
    table: "best_case",
    key: ["poll_id", "side", "pinned"],
    fields: { pollId: "id", side: "text", commentId: "id", pinned: "truth", pinnedAt: "time?" },
    only: CLOSED,
  },
  "second-opinion": {
    table: "second_opinion",
    key: ["article_id"],
    fields: { articleId: "id", due: "truth", asOf: "time?", reactors: "integer" },
    without: ["begun_at"],
  },
  "second-opinion-comment": {
    table: "second_opinion_comment",
    key: ["article_id", "place"],
    fields: { articleId: "id", place: "integer", commentId: "id" },
  },
  "side-reply": {
    table: "side_reply",
    key: ["poll_id", "side"],
    fields: {
      pollId: "id",
      side: "text",
      memberId: "id",
      source: "text",
      html: "text",
      state: "text",
      revision: "integer",
      found: "texts",
    },
  },
};

/** Tables that are in no export, and why; a test compares both lists with the database. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ...reason(
    "ballots, and what they could be told from",
    "vote vote_change ballot_taken loose_ballot tally tally_batch tally_move tally_crowd poll_pass poll_guess mind_change reaction_side side_move side_batch side_crowd",
  ),
  ...reason(
    "ways to sign in, and what was done with them",
    "session passkey totp recovery_code proof outside_account spent_challenge first_admin_token security_event",
  ),
  ...reason(
    "what is between members and the site's staff, or told to one member",
    "report member_note invitation notice announcement reply_feed visit mail",
  ),
  ...reason(
    "made again from the rest",
    "article_count article_listing passage_count queue_count search_entry search_hidden search_member search_filling author_turn fairness_month fairness_counting opinion_read",
  ),
  ...reason(
    "of a running site, for a while",
    "event page_change idempotency kept_form rate_window backup_run draft_preview rescoring",
  ),
  ...reason("of the program", "migration applied_functions threshold comment_transition"),
};

function reason(why: string, tables: string): Record<string, string> {
  return Object.fromEntries(tables.split(" ").map((table) => [table, why]));
}

/** `rootId` is the column `root_id`. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const shapeOf = (field: Field): Shape => field.replace("?", "") as Shape;

/** What a line of each type must be. */
export const LINES: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(KINDS).map(([type, { fields }]) => [
    type,
    z.strictObject({
      type: z.literal(type),
      ...Object.fromEntries(
        Object.entries(fields).map(([name, field]) => {
          const shape: z.ZodType = SHAPES[shapeOf(field)];
          return [name, field.endsWith("?") ? shape.nullable() : shape];
        }),
      ),
    }),
  ]),
);

/** The schema that is published, for one line. */
export const lineSchema = (): object => ({
  title: "A line of an export of Moot",
  description:
    "The first line is of type site, the last of type end. docs/EXPORT.md says what is in an export and what is not.",
  ...z.toJSONSchema(z.union([First, ...LINES.values(), Last])),
});
