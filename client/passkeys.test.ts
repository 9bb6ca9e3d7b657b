import { expect, test } from "vitest";
import { sentenceForNone } from "./passkeys";
import * as t from "#messages/keys";

test.each([
  // authgear/authgear-server#2320: what Firefox says of a key without a passkey for the site.
  ["InvalidStateError", t.nothingWasChosen],
  ["NotAllowedError", t.nothingWasChosen],
  ["NotSupportedError", t.thisBrowserHasNoPasskeys],
  // google/webauthndemo#22, #65, GoogleChromeLabs/passkeys-demo#6: the browser can, and did not this time.
  ["NotReadableError", t.thatDidNotWorkThisTime],
  ["UnknownError", t.thatDidNotWorkThisTime],
  // The library was not fetched.
  ["TypeError", t.thatDidNotWorkThisTime],
  ["AbortError", null],
])("when a browser asked for a passkey says %s", (name, sentence) => {
  expect(sentenceForNone(name)).toBe(sentence);
});
