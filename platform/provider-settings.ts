import { z } from "zod";
import { isLoopback } from "./loopback";
import * as t from "#messages/settings";
import { say } from "@/messages/say";

/** A site somewhere else by which members sign in: OpenID Connect, or GitHub's own way. */
export type Provider = Readonly<{
  /** As it stands in our addresses. */
  id: string;
  /** With no slash at its end that was not given: it is compared as it stands (OpenID Connect Core, 3.1.3.7). */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** On the button. */
  name: string;
  /** Values of `acr` or `amr` by which it says that somebody has shown a second factor there, and is believed; none: it never is. */
  secondStep: readonly string[];
}>;

/** What GitHub's provider is called in the settings; it signs no tokens, so it has a way of its own. */
export const GITHUB = "https://github.com/login/oauth";

/** What an issuer's address is: https, or this machine, without a query (OpenID Connect Discovery, 3). */
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "")
    return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

const issuer = (name: string) =>
  z
    .string()
    .refine(isIssuer, { error: say(t.isNoIssuer, { name }) })
    .optional();
const words = z.string().max(200).optional();
/** A value has no blank in it (OpenID Connect Core, 2: `acr` is a string, and a list of them is written with blanks). */
const values = z
  .string()
  .max(500)
  .default("")
  .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ""));

/** Three are more than a page to sign in should offer. */
export const ProviderShape = {
  MOOT_OIDC_ISSUER: issuer("MOOT_OIDC_ISSUER"),
  MOOT_OIDC_CLIENT_ID: words,
  MOOT_OIDC_CLIENT_SECRET: z.string().optional(),
  MOOT_OIDC_NAME: words,
  MOOT_OIDC_SECOND_STEP: values,
  MOOT_OIDC_2_ISSUER: issuer("MOOT_OIDC_2_ISSUER"),
  MOOT_OIDC_2_CLIENT_ID: words,
  MOOT_OIDC_2_CLIENT_SECRET: z.string().optional(),
  MOOT_OIDC_2_NAME: words,
  MOOT_OIDC_2_SECOND_STEP: values,
  MOOT_OIDC_3_ISSUER: issuer("MOOT_OIDC_3_ISSUER"),
  MOOT_OIDC_3_CLIENT_ID: words,
  MOOT_OIDC_3_CLIENT_SECRET: z.string().optional(),
  MOOT_OIDC_3_NAME: words,
  MOOT_OIDC_3_SECOND_STEP: values,
};
type Given = z.infer<z.ZodObject<typeof ProviderShape>>;

const PREFIXES = ["MOOT_OIDC", "MOOT_OIDC_2", "MOOT_OIDC_3"] as const;

/** Those that are set whole, in their order. */
export const providersIn = (given: Given): Provider[] =>
  PREFIXES.flatMap((prefix) => {
    const [there, clientId, clientSecret] = [
      given[`${prefix}_ISSUER`],
      given[`${prefix}_CLIENT_ID`],
      given[`${prefix}_CLIENT_SECRET`],
    ];
    if (there === undefined || clientId === undefined || clientSecret === undefined) return [];
    const id = prefix.slice("MOOT_".length).toLowerCase().replace("_", "-");
    return [
      {
        ...{ id, issuer: there, clientId, clientSecret },
        name: given[`${prefix}_NAME`] ?? new URL(there).host,
        secondStep: given[`${prefix}_SECOND_STEP`],
      },
    ];
  });

/** A sentence for each that is set in part, or for the second time. */
export function providerProblems(given: Given): string[] {
  const problems = PREFIXES.flatMap((prefix) => {
    const needed = [`${prefix}_ISSUER`, `${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`] as const;
    const missing = needed.filter((name) => given[name] === undefined);
    const [name, secondStep] = [given[`${prefix}_NAME`], given[`${prefix}_SECOND_STEP`]];
    const isUnset = missing.length === needed.length && name === undefined && secondStep.length === 0;
    return isUnset || missing.length === 0
      ? []
      : [say(t.providerLacks, { prefix, missing: missing.join(", ") })];
  });
  const silent = PREFIXES.filter(
    (prefix) => given[`${prefix}_ISSUER`] === GITHUB && given[`${prefix}_SECOND_STEP`].length > 0,
  );
  problems.push(...silent.map((prefix) => say(t.githubSaysNothingOfIt, { prefix })));
  const issuers = providersIn(given).map(({ issuer: there }) => there);
  const twice = issuers.find((there, at) => issuers.indexOf(there) !== at);
  return twice === undefined ? problems : [...problems, say(t.issuerIsThereTwice, { issuer: twice })];
}
