import "server-only";

import type { OAuthConfig } from "next-auth/providers/oauth";
import { GITHUB, type Provider } from "@/platform/provider-settings";
import { github } from "./github";
import { openid } from "./openid";

/** A provider as next-auth is told of it. */
export const configOf = (provider: Provider): OAuthConfig<{ sub: string }> =>
  provider.issuer === GITHUB ? github(provider) : openid(provider);
