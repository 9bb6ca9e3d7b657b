import "server-only";

import { decrypt, encrypt } from "@/platform/encryption";
import { FILLED_IN_AFTER } from "./joining";
import { Unacceptable } from "@/platform/refusal";
import { currentRules } from "@/domain/moderation/rules/queries";
import * as t from "#messages/joining";

const PURPOSE = "sign-up form";

/** A tab of yesterday is still a person's; a form that is sent for months is a machine's. */
const GOOD_FOR = 86_400_000;

/** What a machine trips over and a person does not notice: when the form was drawn, and a field that nobody sees. */
export type FormTraps = { drawn?: string | undefined; homepage?: string | undefined };

/** For the form's hidden field: when it was drawn, sealed. */
export const drawnNow = (now = Date.now()): string => encrypt(PURPOSE, String(now));

/** The same for a form that was refused: one's time at it goes on, unless that has become too long. */
export const drawnBefore = (drawn: string | undefined, now = Date.now()): string =>
  drawn !== undefined && sinceDrawn(drawn, now) < GOOD_FOR / 2 ? drawn : drawnNow(now);

/** @throws Unacceptable, by a sentence with which a person comes through at the next try */
export function refuseMachine({ drawn, homepage }: FormTraps, now = Date.now()): void {
  if (homepage) throw new Unacceptable(t.leaveThatFieldEmpty);
  const since = sinceDrawn(drawn, now);
  if (!(since >= FILLED_IN_AFTER)) throw new Unacceptable(t.thatWasFast);
  if (since > GOOD_FOR) throw new Unacceptable(t.thatFormIsOld);
}

/** @param version of the rules that were shown @throws Unacceptable where they are others now, or were not agreed to */
export async function refuseUnagreed({
  rules,
  agreed,
}: {
  rules?: number | undefined;
  agreed?: boolean | undefined;
}) {
  if (!agreed) throw new Unacceptable(t.pleaseAgree, { agreed: t.pleaseAgree });
  if (rules !== (await currentRules()).version) throw new Unacceptable(t.theRulesHaveChanged);
}

/** Milliseconds; no number where the seal is not ours. */
const sinceDrawn = (drawn: string | undefined, now: number): number =>
  now - Number(decrypt(PURPOSE, drawn ?? "") ?? Number.NaN);
