import "server-only";

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { pictureTooLarge } from "@/domain/pictures/kind";
import { PICTURE_LIMIT } from "@/domain/pictures/picture";
import { Malformed, Refusal } from "@/platform/refusal";
import { readsHtml } from "@/web/pages/bare-page";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/**
 * The longest comment fits in however it is encoded: a character has at most twelve bytes, as the escaped halves of JSON (`\ud83d\ude00`)
 * and as four bytes of a form (`%F0%9F%98%80`). Nothing we take is longer. Bytes.
 */
export const BODY_LIMIT = 192 * 1024;

/** `file` is what came beside the fields; `bytes` then stand for it too, and are not it. */
export type FormBody = { form: true; fields: Record<string, string>; bytes: Buffer; file?: Uint8Array };
export type Body = FormBody | { form: false; fields: unknown; bytes: Buffer; file?: Uint8Array };

/** An article is a hundred times as long as a comment, and a Chinese one has nine bytes a character in a form. Bytes. */
const DRAFT_LIMIT = 1024 * 1024;
const OF_A_DRAFT = /^\/api\/v1\/drafts\/[^/?]+(?:\?|$)/;

/** Addresses that take a picture, and with it a draft's fields. */
const OF_A_PICTURE = /^\/api\/v1\/(?:pictures|drafts\/[^/?]+\/pictures|site\/(?:logo|icon))(?:\?|$)/;
export const takesAFile = (url: string | undefined): boolean => OF_A_PICTURE.test(url ?? "");

/** How long the body of a request may be. Bytes. */
export function bodyLimit(url: string | undefined): number {
  if (takesAFile(url)) return PICTURE_LIMIT + DRAFT_LIMIT;
  return OF_A_DRAFT.test(url ?? "") ? DRAFT_LIMIT : BODY_LIMIT;
}

export const tooLarge = (limit: number) => new Refusal(say(t.thatIsTooLarge, { limit: limit / 1024 }), 413);

/** Reads and parses a request's body: JSON, or the fields of a plain form. */
export async function readBody(incoming: IncomingMessage): Promise<Body> {
  const bytes = await readBounded(incoming);
  const type = typeOf(incoming);
  // RFC 9110, section 8.4: it would be read as what it is not.
  if (!/^(?:identity)?$/i.test(incoming.headers["content-encoding"] ?? ""))
    throw new Refusal(t.theBodyIsCompressed, 415);
  if (type === FORM) return { form: true, fields: parseForm(bytes, charsetOf(incoming)), bytes };
  // Mail programs may send it so (RFC 8058, 3.2); what is to be done stands in the address.
  if (type === MULTIPART && ONE_CLICK.test(incoming.url ?? "")) return { form: true, fields: {}, bytes };
  if (type === MULTIPART)
    return takesAFile(incoming.url) ? parseMultipart(bytes, incoming) : parseParts(bytes, incoming);
  if (bytes.length === 0) return { form: false, fields: {}, bytes };
  if (type !== "application/json") throw new Refusal(t.pleaseSendJson, 415);
  return { form: false, fields: parseJson(decode(bytes)), bytes };
}

const ONE_CLICK = /^\/api\/v1\/unsubscribe\/one-click(?:\?|$)/;

const FORM = "application/x-www-form-urlencoded";
/** How scripts send a form whole (`new FormData(form)`), and some programs every one. */
const MULTIPART = "multipart/form-data";

/** What a browser's form is sent as; the last is refused in a sentence, for it cannot be read back exactly. */
const FORMS = new Set([FORM, MULTIPART, "text/plain"]);

const charsetOf = ({ headers }: Pick<IncomingMessage, "headers">): string =>
  /;\s*charset=\s*"?([^\s;"]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";

const typeOf = ({ headers }: Pick<IncomingMessage, "headers">): string =>
  (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether this is a browser's form, even one that cannot be read. */
export const isForm = (incoming: Pick<IncomingMessage, "headers">): boolean => FORMS.has(typeOf(incoming));

async function readBounded(incoming: IncomingMessage): Promise<Buffer> {
  const limit = bodyLimit(incoming.url);
  const refused = () => (takesAFile(incoming.url) ? pictureTooLarge() : tooLarge(limit));
  if (Number(incoming.headers["content-length"] ?? 0) > limit) throw refused();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const bytes of incoming as AsyncIterable<Buffer>) {
    length += bytes.length;
    if (length > limit) throw refused();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed(t.theTextIsNotValidUtf);
  }
}

/** A form in the encoding it names; browsers send UTF-8. What is not of that encoding is refused, and never replaced in silence. */
function parseForm(bytes: Buffer, charset: string): Record<string, string> {
  const text = decoderOf(charset);
  // Its percent-encoded bytes are those of the text; everything else is ASCII, or was not encoded.
  const pairs = bytes
    .toString("latin1")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const [name = "", value = ""] = pair
        .split(/=(.*)/s, 2)
        .map((part) => text(bytesOf(part.replaceAll("+", " "))));
      return [name, value];
    });
  return fieldsOf(pairs);
}

const bytesOf = (encoded: string): Buffer =>
  Buffer.from(
    encoded.replace(/%([\da-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

function decoderOf(charset: string): (bytes: Buffer) => string {
  if (/^utf-?8$/i.test(charset)) return decode;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new Refusal(say(t.thisCharsetIsNotKnown, { charset }), 415);
  }
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new Malformed(say(t.thisCharsetIsNotKnown, { charset }));
    }
  };
}

const partsOf = (bytes: Buffer, { headers }: IncomingMessage): Promise<FormData> =>
  new Response(Uint8Array.from(bytes), { headers: { "content-type": headers["content-type"] ?? "" } })
    .formData()
    .catch(() => {
      throw new Malformed(t.theFormCannotBeRead);
    });

/** @returns as `bytes` what tells one form from another: the boundary between parts is another each time. */
async function parseParts(bytes: Buffer, incoming: IncomingMessage): Promise<FormBody> {
  const pairs = Array.from(await partsOf(bytes, incoming)).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    // A place for a file that was left empty.
    if (value.size === 0 && value.name === "") return [];
    throw new Refusal(t.aFormHoldsTextOnly, 415);
  });
  const fields = fieldsOf(pairs);
  return { form: true, fields, bytes: Buffer.from(JSON.stringify(fields)) };
}

/**
 * One value a field; a repeated field is refused like a repeated key. Empty fields count as not given. NUL, which nobody can type and
 * no text of the database can have, is left out, so that a refused form can be kept.
 */
function fieldsOf(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = "", value = ""] = pair.map((text) => text.replaceAll("\0", ""));
    if (name === "__proto__" || Object.hasOwn(fields, name))
      throw new Malformed(say(t.theFieldCameTwice, { name }));
    if (value !== "") fields[name] = value;
  }
  return fields;
}

/** A form with a file, which a browser sends whether one was chosen or not. A script that sends one reads JSON. */
async function parseMultipart(bytes: Buffer, incoming: IncomingMessage): Promise<Body> {
  const entries = [...(await partsOf(bytes, incoming))];
  const fields = fieldsOf(
    entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const files = entries.flatMap(([, value]) => (typeof value === "string" ? [] : [value]));
  if (files.length > 1) throw new Malformed(t.oneFileAtATime);
  const [chosen] = files.filter(({ name, size }) => name !== "" || size > 0);
  const file = chosen && new Uint8Array(await chosen.arrayBuffer());
  const hash = createHash("sha256")
    .update(file ?? "")
    .digest("hex");
  return {
    form: readsHtml(incoming.headers.accept),
    fields,
    bytes: Buffer.from(`${JSON.stringify(fields)} ${hash}`),
    ...(file && { file }),
  };
}

/** Strict where JSON.parse is lenient: a key given twice, or `__proto__`, is an attempt to be read in two ways. */
export function parseJson(text: string): unknown {
  let kept = 0;
  let value: unknown;
  try {
    value = JSON.parse(text, function (this: unknown, key: string, one: unknown) {
      if (key === "__proto__") throw new Malformed(t.thereIsNoFieldCalledProto);
      if (this !== null && typeof this === "object" && !Array.isArray(this)) kept++;
      return one;
    });
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed(t.thatIsNotValidJson);
  }
  // The reviver also visits the root, once, under an empty key.
  if (keysIn(text) !== kept - 1) throw new Malformed(t.aFieldWasGivenTwice);
  return value;
}

/** In valid JSON a key is a string followed by a colon; reading string by string never looks inside one. */
function keysIn(text: string): number {
  let keys = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (match[1]) keys++;
  return keys;
}
