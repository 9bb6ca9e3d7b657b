import { z } from "zod";
import type { Answer } from "@/web/route/answer";
import type { Made } from "@/web/route/route";

/** What is wrong with an answer by what its route declares, as it goes over the wire; null where nothing is. */
export function differenceOf({ output }: Pick<Made, "output">, { status, body }: Answer): string | null {
  const declared = output[status];
  if (declared === undefined) return `${status} is not declared`;
  if (declared === null) return body === undefined ? null : "a body where none is declared";
  if (!(declared instanceof z.ZodType)) return "JSON where a file is declared";
  if (body === undefined) return "no body";
  const parsed = declared.safeParse(JSON.parse(JSON.stringify(body)));
  return parsed.success ? null : z.prettifyError(parsed.error);
}

/** Inspects answers and remembers how they differ from what is declared. */
export class AnswerLog {
  readonly differences: string[] = [];

  readonly inspect = (made: Made, answer: Answer): void => {
    const difference = differenceOf(made, answer);
    if (difference === null) return;
    const sentence = `${made.method} ${made.path} answers otherwise than it declares: ${difference}`;
    this.differences.push(sentence);
    throw new Error(sentence);
  };

  throwDifferences(): void {
    if (this.differences.length > 0) throw new Error([...new Set(this.differences)].join("\n\n"));
  }
}
