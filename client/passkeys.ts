import { callApi, type Result } from "./api";
import type { PasskeyOptions, SignInOptions } from "@/domain/members/keys/answers";
import * as t from "#messages/keys";

/** What a passkey answered, as a form sends it; or why not, with no sentence where nobody has to be told. */
export type Answered = { credential: string } | { sentence: string | null; confirmFirst?: boolean };

/** Fetched when a passkey is asked for, and on no other page. */
const library = () => import("@simplewebauthn/browser");

export const hasPasskeys = (): boolean => "PublicKeyCredential" in window;

/** Whether the browser offers passkeys where a name is typed. */
export const offersPasskeys = async (): Promise<boolean> =>
  hasPasskeys() && (await (await library()).browserSupportsWebAuthnAutofill());

/** Asks for any passkey of this site. With `autofill` the browser waits until one is chosen in the field for the name. */
export async function answerByPasskey(autofill: boolean): Promise<Answered> {
  const asked = await callApi<SignInOptions>("POST", "/session/passkey/options");
  return answer(
    asked,
    async (options) =>
      (await library()).startAuthentication({ optionsJSON: options, useBrowserAutofill: autofill }),
    sentenceForNone,
  );
}

/** Makes a passkey for whoever is signed in. */
export async function makePasskey(): Promise<Answered> {
  const asked = await callApi<PasskeyOptions>("POST", "/account/passkeys/options");
  return answer(
    asked,
    async ({ excludeCredentials, ...options }) =>
      (await library()).startRegistration({
        optionsJSON: {
          ...options,
          // Ways of reaching a key that this version of the library does not know are left out by it, not by its type.
          excludeCredentials: excludeCredentials.map(({ id, type }) => ({ id, type })),
        },
      }),
    (name) => (name === "InvalidStateError" ? t.theDeviceHasOne : sentenceForNone(name)),
  );
}

async function answer<T>(
  asked: Result<T>,
  askBrowser: (options: T) => Promise<unknown>,
  sentenceFor: (name: string) => string | null,
): Promise<Answered> {
  if (!asked.ok) return { sentence: asked.problem.detail, confirmFirst: asked.problem.status === 401 };
  try {
    return { credential: JSON.stringify(await askBrowser(asked.body)) };
  } catch (error) {
    return { sentence: sentenceFor(error instanceof Error ? error.name : "") };
  }
}

/**
 * By the names that Web Authentication gives its refusals. Of a key that has no passkey for this site some browsers say that its state is
 * invalid; all else may go well the next time.
 */
export function sentenceForNone(name: string): string | null {
  if (name === "AbortError") return null;
  if (name === "NotAllowedError" || name === "InvalidStateError") return t.nothingWasChosen;
  if (name === "NotSupportedError" || name === "SecurityError") return t.thisBrowserHasNoPasskeys;
  return t.thatDidNotWorkThisTime;
}
