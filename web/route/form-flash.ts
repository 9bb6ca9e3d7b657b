import "server-only";

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { database } from "@/platform/database";
import { decrypt, encrypt, KEY_BYTES } from "@/platform/encryption";
import { COOKIE_ATTRIBUTES, cookieName, cookieNamed } from "@/web/sessions/session-cookie";
import type { Method } from "./route";

/**
 * A refused plain form, as the page draws it again: what others call a flash. Or, in the same envelope, that one was `done`: the
 * sentence that is said on the page it leads to.
 */
export type FormFlash = {
  fields: Record<string, string>;
  problem: string;
  problems: Record<string, string>;
  /** What was asked for by somebody who had to sign in first, or to confirm who they are, where it is done right after that. */
  deed?: KeptDeed | undefined;
  done?: string | undefined;
};

/** A request as it can be made again. `said` is "" where the page it leads to says itself that it is done. `way` holds the fields by which the form said where it leads. */
export type KeptDeed = { method: Method; path: string; said: string; way: Record<string, string> };

/** Nobody takes longer to mend a form, or to sign in on the way. */
export const FORM_KEPT_SECONDS = 3_600;

/**
 * The key that opens what this browser had refused, and nothing else. It is in the browser only: neither the database nor who has a
 * link can read a kept form, and nobody can put their own answers into somebody else's form.
 */
const KEY_COOKIE = cookieName("moot-forms");
const PURPOSE = "kept form";

const Id = z.uuid();
const Words = z.record(z.string(), z.string());
const Deed = z.strictObject({
  method: z.enum(["get", "post", "put", "patch", "delete"]),
  path: z.string(),
  said: z.string(),
  way: Words,
});
const Flash = z.strictObject({
  fields: Words,
  problem: z.string(),
  problems: Words,
  deed: Deed.optional(),
  done: z.string().optional(),
});

/** Fields that are never kept. */
const SECRET_FIELD = /password|current|code|token|credential|^_(?!for$)/;

/** What may be kept of a form. */
export const keepable = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET_FIELD.test(name)));

/**
 * Keeps a form for the browser that sent it, sealed.
 * @param cookies the request's Cookie header
 * @returns what to ask for it by, and the Set-Cookie line with the key
 */
export async function saveFormFlash(
  form: FormFlash,
  cookies: string | undefined,
): Promise<{ id: string; cookie: string }> {
  const key = keyIn(cookies) ?? randomBytes(KEY_BYTES);
  const words = JSON.stringify({ ...form, fields: keepable(form.fields) });
  const sealed = new Uint8Array(Buffer.from(encrypt(PURPOSE, words, key), "base64url"));
  const row = await database().keptForm.create({ data: { sealed }, select: { id: true } });
  const cookie = `${KEY_COOKIE}=${key.toString("base64url")}; Max-Age=${FORM_KEPT_SECONDS}; ${COOKIE_ATTRIBUTES}`;
  return { id: row.id, cookie };
}

/** The same for the one time that it is acted on: of two who ask at once, one gets it. */
export async function takeDeed(
  id: string | undefined,
  cookies: string | undefined,
): Promise<(KeptDeed & { fields: Record<string, string> }) | null> {
  const flash = await openFormFlash(id, cookies);
  if (!flash?.deed) return null;
  const { count } = await database().keptForm.deleteMany({ where: { id } });
  return count === 1 ? { ...flash.deed, fields: flash.fields } : null;
}

/** Whoever signs out leaves no form behind to be opened by whoever uses the browser next. */
export const noFormsCookie = (): string => `${KEY_COOKIE}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;

/** What was typed, and what was wrong with it; null when nothing is kept under this id, or it was another browser's. */
export async function openFormFlash(
  id: string | string[] | undefined,
  cookies: string | undefined,
): Promise<FormFlash | null> {
  const wanted = Id.safeParse(id);
  const key = keyIn(cookies);
  if (!wanted.success || !key) return null;
  const since = new Date(Date.now() - FORM_KEPT_SECONDS * 1_000);
  const row = await database().keptForm.findUnique({ where: { id: wanted.data, at: { gt: since } } });
  const words = row && decrypt(PURPOSE, Buffer.from(row.sealed).toString("base64url"), key);
  return words === null ? null : Flash.parse(JSON.parse(words));
}

function keyIn(cookies: string | undefined): Buffer | null {
  const key = Buffer.from(cookieNamed(KEY_COOKIE, cookies) ?? "", "base64url");
  return key.length === KEY_BYTES ? key : null;
}
