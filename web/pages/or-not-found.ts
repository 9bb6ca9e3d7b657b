import "server-only";

import { notFound } from "next/navigation";
import { isRefusal } from "@/platform/refusal";

/** What a page gathers. Refused (a forged cursor, a thing that is gone), the page is not there. */
export async function orNotFound<T>(gathering: Promise<T>): Promise<T> {
  try {
    return await gathering;
  } catch (problem) {
    if (isRefusal(problem)) notFound();
    throw problem;
  }
}
