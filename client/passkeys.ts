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
  return answer(asked, async (options) =>
    (await library()).startAuthentication({ optionsJSON: options, useBrowserAutofill: autofill }),
  );
}

/** Makes a passkey for whoever is signed in. */
export async function makePasskey(): Promise<Answered> {
  const asked = await callApi<PasskeyOptions>("POST", "/account/passkeys/options");
  return answer(asked, async ({ excludeCredentials, ...options }) =>
    (await library()).startRegistration({
      optionsJSON: {
        ...options,
        // Ways of reaching a key that this version of the library does not know are left out by it, not by its type.
        excludeCredentials: excludeCredentials.map(({ id, type }) => ({ id, type })),
      },
    }),
  );
}

async function answer<T>(asked: Result<T>, askBrowser: (options: T) => Promise<unknown>): Promise<Answered> {
  if (!asked.ok) return { sentence: asked.problem.detail, confirmFirst: asked.problem.status === 401 };
  try {
    return { credential: JSON.stringify(await askBrowser(asked.body)) };
  } catch (error) {
    return { sentence: sentenceFor(error instanceof Error ? error.name : "") };
  }
}

/** By the names that Web Authentication gives its refusals. */
function sentenceFor(name: string): string | null {
  if (name === "AbortError") return null;
  if (name === "NotAllowedError") return t.nothingWasChosen;
  if (name === "InvalidStateError") return t.theDeviceHasOne;
  return t.thisBrowserHasNoPasskeys;
}
