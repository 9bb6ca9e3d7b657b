import "server-only";

import { mayTryTheSample } from "@/domain/members/policy";
import { env } from "@/platform/env";

/** Whether whoever asks from there may become one of the sample cast. */
export const maySignInAsSample = (request: { ip: string; host: string }): boolean =>
  mayTryTheSample({ demo: env.demo, ...request });
