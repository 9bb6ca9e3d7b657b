import "server-only";

import { decrypt, encrypt } from "@/platform/encryption";
import { FILLED_IN_AFTER, type Agreement } from "./joining";
import { Unacceptable } from "@/platform/refusal";
import { currentRules } from "@/domain/moderation/rules/queries";
import { currentSite, newestOf } from "@/domain/site/queries";
import * as t from "#messages/joining";
import { say } from "@/messages/say";

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

/** What is agreed to by signing up now. */
export async function currentAgreement(): Promise<Agreement> {
  const [rules, terms, privacy, site] = await Promise.all([
    currentRules(),
    newestOf("terms"),
    newestOf("privacy"),
    currentSite(),
  ]);
  return { rules: rules.version, terms: terms.version, privacy: privacy.version, age: site.minimumAge };
}

type Agreed = { [Part in keyof Agreement]?: number | undefined } & {
  agreed?: boolean | undefined;
  ofAge?: boolean | undefined;
};

/** @throws Unacceptable, by field for a tick that is missing, and where something else holds now than was shown */
export async function refuseUnagreed({ agreed, ofAge, ...shown }: Agreed): Promise<void> {
  const now = await currentAgreement();
  const problems = {
    ...(!agreed && { agreed: t.pleaseAgree }),
    ...(now.age > 0 && !ofAge && { ofAge: say(t.pleaseConfirmYourAge, { age: now.age }) }),
  };
  if (Object.keys(problems).length > 0) throw new Unacceptable(Object.values(problems).join(" "), problems);
  const { rules, terms, privacy, age } = now;
  const same =
    shown.rules === rules && shown.terms === terms && shown.privacy === privacy && shown.age === age;
  if (!same) throw new Unacceptable(t.theRulesHaveChanged);
}

/** Milliseconds; no number where the seal is not ours. */
const sinceDrawn = (drawn: string | undefined, now: number): number =>
  now - Number(decrypt(PURPOSE, drawn ?? "") ?? Number.NaN);
