import "server-only";
import { readSettings } from "@/platform/settings";

/** What this process was told, read and checked once; nobody else reads `process.env`. */
export const env = readSettings(process.env);
