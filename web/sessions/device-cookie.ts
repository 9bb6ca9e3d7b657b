import "server-only";

import { randomBytes } from "node:crypto";
import { isSigned, sign } from "@/platform/signature";
import { cookieName, cookieNamed, COOKIE_ATTRIBUTES } from "./session-cookie";

/**
 * Device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a browser that has signed in to an account before
 * is counted by itself, so that nobody who guesses elsewhere can lock it out. It names no account: it is a random number, signed
 * together with the address it was given for.
 */
export const DEVICE_COOKIE = cookieName("moot-device");
const PURPOSE = "device";
/** After a year without signing in the browser counts as unknown again. Seconds. */
const LASTS = 365 * 24 * 60 * 60;
/** People who share a browser, and are known to it. */
const ACCOUNTS = 5;
const NUMBER_BYTES = 16;

/** The number under which this browser is known to the account with this address; null for a browser it is not known to. */
export function deviceOf(email: string, cookieHeader: string | undefined): string | null {
  return numbersFor(email, marksIn(cookieHeader))[0] ?? null;
}

/** The Set-Cookie line after a right password: a new number for this account, and those of others who use this browser. */
export function deviceCookie(email: string, cookieHeader: string | undefined): string {
  const before = marksIn(cookieHeader);
  const number = randomBytes(NUMBER_BYTES).toString("base64url");
  const others = before.filter((mark) => numbersFor(email, [mark]).length === 0);
  const marks = [`${number}.${sign(PURPOSE, payload(number, email))}`, ...others].slice(0, ACCOUNTS);
  return `${DEVICE_COOKIE}=${marks.join("~")}; Max-Age=${LASTS}; ${COOKIE_ATTRIBUTES}`;
}

const marksIn = (cookieHeader: string | undefined): string[] =>
  (cookieNamed(DEVICE_COOKIE, cookieHeader) ?? "").split("~", ACCOUNTS).filter((mark) => mark !== "");

const numbersFor = (email: string, marks: readonly string[]): string[] =>
  marks.flatMap((mark) => {
    const [number = "", signature = ""] = mark.split(".");
    return isSigned(PURPOSE, payload(number, email), signature) ? [number] : [];
  });

const payload = (number: string, email: string): string => `${number} ${email}`;
