import { beginning } from "@/domain/prose/cut";

/** Somebody who pasted a text sees where it begins. Characters. */
const SHOWN = 1_000;

/** As much of what was typed as a field can hold and a page can print. */
export const searchFieldText = (typed: string): string =>
  beginning(typed.replace(/[\0\p{Surrogate}]/gu, ""), SHOWN);
