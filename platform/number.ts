import { z } from "zod";

/** A number as people and forms write it: "0x10", "1e3" and an empty text are none. */
const WRITTEN = /^\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*$/;

/**
 * A number from outside: JSON's own, or one written in figures, as forms, addresses and command lines send it. Whatever
 * else there is in JavaScript that could be read as a number (null, true, an empty list, blanks) is none.
 */
export const numberSaid = (schema: z.ZodNumber) =>
  z.preprocess((said) => (typeof said === "string" && WRITTEN.test(said) ? Number(said) : said), schema);
