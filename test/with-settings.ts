import { afterAll, beforeAll } from "vitest";
import { env } from "@/platform/env";
import type { Settings } from "@/platform/settings";

/**
 * This file's tests run with other settings. Only of use for those that are read each time they matter: what a module keeps at its
 * import, another file of the same process has had it read already, and such tests set the environment before anything is imported.
 */
export function withSettings(settings: Partial<Settings>): void {
  const before = { ...env };
  beforeAll(() => void Object.assign(env, settings));
  afterAll(() => void Object.assign(env, before));
}
