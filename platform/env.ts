import "server-only";
import { readSettings } from "./settings";

/** What this process was told, read and checked once; nobody else reads `process.env`. */
export const env = readSettings(process.env);
