import { z } from "zod";
import type { SafeHtml } from "./prose/safe-html";

/** ISO 8601, UTC. */
export const Time = z.iso.datetime().meta({ examples: ["2026-11-28T09:30:00.000Z"] });

/** A day, UTC: 2026-11-28. */
export const Day = z.iso.date().meta({ examples: ["2026-11-28"] });

/** HTML that our own renderers made, safe to print as it is. */
export const Html = z
  .custom<SafeHtml>((value) => typeof value === "string")
  .meta({ type: "string", description: "Safe HTML.", examples: ["<p>That depends.</p>"] });

/** With every optional field given, so that a field which only one of two types knows of is a difference. */
type Whole<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : { [Name in keyof T]-?: Whole<T[Name]> };

type Same<A, B> = [A, Whole<A>] extends [B, Whole<B>]
  ? [B, Whole<B>] extends [A, Whole<A>]
    ? unknown
    : never
  : never;

/**
 * The schema of an answer whose type stands among a noun's words, where browsers read it: `answerSchema<Claim>()("Claim", …)`.
 * The compiler refuses a schema that differs from the type by a field. `id` names it in the API's description.
 */
export const answerSchema =
  <T>() =>
  <S extends z.ZodType>(id: string, schema: S & Same<T, z.input<S>>): S =>
    schema.meta({ id });
