import { authorLines } from "@/domain/articles/author";
import { fieldProblem } from "@/domain/articles/front-matter-problems";
import { FrontMatter, SLUG_LIMIT } from "@/domain/articles/schema";
import { withZone } from "@/domain/moment";
import { ARTICLE_LIMIT, renderArticle, type Body } from "@/domain/prose/article";
import { inPlainLetters } from "@/domain/prose/plain-letters";
import { isBlank, normaliseText, readableLength } from "@/domain/prose/text";
import { DRAFT_FIELDS, OPTION_ROWS, type DraftField, type DraftFields, type DraftProblem } from "./draft";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** An answer's key has at most so many letters. */
const KEY_LIMIT = 40;

/** What a draft says: all of a file's head but the date, which is the moment it is published. */
const Front = FrontMatter.omit({ date: true });

export type ReadDraft = {
  front: Omit<FrontMatter, "date"> | null;
  source: string;
  body: Body | null;
  problems: DraftProblem[];
};

/** Reads a draft by the rules of a file, written in this language. `body` is there wherever it can be shown, `front` where nothing in it is wrong. */
export function readDraft(fields: DraftFields, language?: string): ReadDraft {
  const source = normaliseText(fields.body ?? "");
  const parsed = Front.safeParse(frontOf(fields), { reportInput: true });
  const problems: DraftProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        field: fieldAt(issue.path.map(String), fields),
        line: null,
        reason: addressMissing(issue.path, fields) ?? fieldProblem(issue),
      }));
  const inBody = (reason: string, line: number | null = null) => ({ field: "body" as const, line, reason });
  if (isBlank(source)) problems.push(inBody(t.theTextIsMissing));
  const front = parsed.data ?? null;
  if (readableLength(source) > ARTICLE_LIMIT) {
    const tooLong = inBody(say(t.anArticleHasAtMostCharacters, { articleLimit: ARTICLE_LIMIT }));
    return { front, source, body: null, problems: [...problems, tooLong] };
  }
  const body = renderArticle(source, language);
  return {
    front,
    source,
    body,
    problems: [...problems, ...body.problems.map(({ line, reason }) => inBody(reason, line))],
  };
}

/** Of a title without Latin letters or digits no address can be made. */
const addressMissing = (path: PropertyKey[], { title = "", slug = "" }: DraftFields): string | null =>
  path[0] === "slug" && isBlank(slug) && !isBlank(title) && asSlug(title, SLUG_LIMIT) === ""
    ? t.writeAnAddress
    : null;

/** As the head of a file would have it. */
function frontOf(fields: DraftFields) {
  const { title = "", slug = "", standfirst = "", author = "", tags = "" } = fields;
  return {
    // Left empty, the address has the words of the title.
    ...{ title, slug: isBlank(slug) ? asSlug(title, SLUG_LIMIT) : slug, standfirst },
    author: authorLines(author),
    tags: tagsIn(tags),
    picture: leadOf(fields),
    callToAction: callOf(fields),
    poll: pollOf(fields),
  };
}

function leadOf({ picture = "", pictureAlt = "", pictureCaption = "", pictureCredit = "" }: DraftFields) {
  if (isBlank(picture)) return null;
  return { src: picture, alt: pictureAlt, caption: pictureCaption, credit: pictureCredit };
}

function callOf({ callKind = "link", callLabel = "", callHref = "", callText = "" }: DraftFields) {
  if (isBlank(callLabel + callHref + callText)) return null;
  return { kind: callKind, label: callLabel, href: callHref.trim(), text: callText };
}

function pollOf(fields: DraftFields) {
  const {
    question = "",
    results = "after_vote",
    opens,
    closes,
    detached,
    guessing,
    confirmedBefore,
  } = fields;
  const rows = rowsOf(fields);
  if (isBlank(question) && rows.length === 0) return null;
  return {
    question,
    options: rows.map((row) => ({
      key: keyOf(row, fields),
      label: fields[`label${row}`] ?? "",
      sentence: isBlank(fields[`sentence${row}`] ?? "") ? undefined : fields[`sentence${row}`],
      side: fields[`side${row}`] === "yes",
    })),
    results,
    opens: opens === undefined ? undefined : withZone(opens),
    closes: closes === undefined ? null : withZone(closes),
    detached: detached === "yes",
    guessing: guessing === "yes",
    confirmed_before: confirmedBefore === "yes",
  };
}

type OptionRow = (typeof OPTION_ROWS)[number];

/** The answers that say anything. */
const rowsOf = (fields: DraftFields): OptionRow[] =>
  OPTION_ROWS.filter((row) => !isBlank((fields[`label${row}`] ?? "") + (fields[`sentence${row}`] ?? "")));

/** A published answer keeps its key; a new one has its label as an address would, or its place. */
function keyOf(row: OptionRow, fields: DraftFields): string {
  const given = fields[`key${row}`];
  if (given !== undefined) return given;
  const key = asSlug(fields[`label${row}`] ?? "", KEY_LIMIT);
  const isTaken = OPTION_ROWS.some(
    (other) =>
      other !== row &&
      (fields[`key${other}`] === key ||
        (other < row && asSlug(fields[`label${other}`] ?? "", KEY_LIMIT) === key)),
  );
  return /^[a-z]/.test(key) && !isTaken ? key : `option-${row}`;
}

/** What parts tags in the form, with the commas of Chinese, Japanese and Arabic keyboards. A tag that has one in it stands in quotation marks. */
const COMMAS = /[,，、،]/;
const A_TAG = /\s*(?:"([^"]*)"\s*(?=[,，、،]|$)|([^,，、،]+))/gu;

const tagsIn = (typed: string): string[] =>
  Array.from(typed.matchAll(A_TAG), ([, quoted, plain]) => (quoted ?? plain ?? "").trim()).filter(
    (tag) => tag !== "",
  );

/** The same the other way round: nothing that a file called one tag is two when the form is saved. */
export const typedTags = (tags: readonly string[]): string =>
  tags.map((tag) => (COMMAS.test(tag) ? `"${tag.replaceAll('"', "”")}"` : tag)).join(", ");

const asInAnAddress = inPlainLetters({ ŋ: "ng", ə: "e" });

/** Words as they can stand in an address, with at most so many letters: "Écoles d’été" is "ecoles-d-ete". */
export const asSlug = (words: string, limit: number): string =>
  asInAnAddress(
    words
      .normalize("NFKD")
      .replace(/\p{Mark}/gu, "")
      .toLowerCase(),
  )
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, limit)
    .replace(/-$/, "");

/** The field of the form that a place in a file's head is written in. */
export function fieldAt(
  [first = "", second = "", third, fourth = "label"]: string[],
  fields: DraftFields,
): DraftField {
  if (first === "callToAction")
    return known(`call${second.charAt(0).toUpperCase()}${second.slice(1)}`, "callLabel");
  if (first === "picture")
    return known(`picture${second.charAt(0).toUpperCase()}${second.slice(1)}`, "picture");
  if (first !== "poll") return known(first, "title");
  if (second !== "options") return known(second, "question");
  const row = rowsOf(fields)[Number(third ?? 0)] ?? 1;
  return known(fourth === "key" ? `label${row}` : `${fourth}${row}`, "label1");
}

const known = (name: string, otherwise: DraftField): DraftField =>
  DRAFT_FIELDS.find((field) => field === name) ?? otherwise;
