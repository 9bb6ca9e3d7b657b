import "server-only";

import { whereabouts } from "@/domain/articles/address";
import { Gone, isRefusal } from "@/platform/refusal";
import * as t from "#messages/articles";

/**
 * What is asked of an article under an address it had before is asked once more under the one it has: a form that was open meanwhile
 * still works. A refusal has done nothing, so nothing is done twice.
 * @param slug as it was asked for; undefined where the route is about no article
 * @param run is given the address the article has now, the second time
 * @throws Gone where the article was deleted
 */
export async function orWhereItMoved<Result>(
  slug: string | undefined,
  run: (now?: string) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (problem) {
    if (!isRefusal(problem) || problem.status !== 404 || slug === undefined) throw problem;
    const there = await whereabouts(slug);
    if (there === null) throw problem;
    if (there.deleted) throw new Gone(t.thisArticleWasDeleted);
    return run(there.slug);
  }
}
