import "server-only";

import type { IncomingMessage } from "node:http";
import { isRefusal } from "@/platform/refusal";
import { log } from "@/platform/log";
import { clientIp, dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { perMinute, countRequest } from "@/web/protection/rate-limit";
import { readsHtml } from "@/web/pages/bare-page";
import { sameSitePath, withQuery } from "@/web/pages/paths";
import type { Answer } from "./answer";
import { saveFormFlash, type KeptDeed } from "./form-flash";
import { asProblem, type Problem } from "./problem";
import { BODY_LIMIT, isForm, type Body, type FormBody } from "./read-body";
import { refusalPage } from "./refusal-page";
import { wroteCookie } from "./wrote-cookie";

/*
 * A plain form is answered with a redirect. Fields that begin with "_" are for this alone and never reach a route: `_return` is
 * the page to go to, `_back` the page for a refusal where it is another, `_look` asks for a preview, `_key` is the
 * Idempotency-Key, `_as` whose page it is, `_method` the method that is meant, `_finish` the kept form that is to be done once one is signed in.
 */

/** The fields of a form that are the route's own. */
export const ownFields = ({ fields }: FormBody): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("_")));

/** Done: on to the page the form named, else to what was made. */
export function redirectToPage(result: Answer, { fields }: FormBody): Response {
  const headers = new Headers({ location: sameSitePath(fields._return) ?? result.location ?? "/" });
  const clear = result.headers?.["clear-site-data"];
  if (clear !== undefined) headers.set("clear-site-data", clear);
  for (const cookie of [...(result.cookies ?? []), wroteCookie()]) headers.append("set-cookie", cookie);
  return seeOther(headers);
}

/** The button `_look` does nothing yet: the form comes back with its words, and its page shows how they will be read. */
const LOOK_FIRST: Problem = { type: "about:blank", title: "", status: 200, detail: "" };

export const redirectToPreview = (body: FormBody, incoming: IncomingMessage): Promise<Response> =>
  redirectToForm(LOOK_FIRST, body, incoming);

/** Anybody can have a form refused, and each that is kept is a row of up to 64 KiB; a whole class of readers sends fewer. */
const FORMS_KEPT = perMinute(60);

/**
 * A refused plain form goes back to where it stood, with the sentence and everything that was typed: to `_back`, for a form
 * that leads on to what it made, else to `_return`.
 */
export async function redirectToForm(
  problem: Problem,
  { fields, bytes }: FormBody,
  incoming: IncomingMessage,
  deed?: KeptDeed,
): Promise<Response> {
  const page = sameSitePath(fields._back ?? fields._return);
  const itself = () => refusalPage(problem, { fields, action: incoming.url ?? "/" });
  // A form that names no page of ours is not one of ours.
  if (!page) return readsHtml(incoming.headers.accept) ? itself() : asProblem(problem);
  if (problem.status >= 500) return itself();
  // So long is a draft, and only an editor hears of a conflict about one: everybody else has the words back in the refusal.
  if (bytes.length > BODY_LIMIT && problem.status !== 409) return itself();
  try {
    await countRequest("keep a form", dailyHash(rateLimitKey(clientIp(incoming))), FORMS_KEPT);
    const flash = { fields, problem: problem.detail, problems: problem.fields ?? {}, deed };
    const { id, cookie } = await saveFormFlash(flash, incoming.headers.cookie);
    const there = withQuery(page, "kept", id);
    const by = problem.reauthenticate ? "/confirm-identity" : "/sign-in";
    const first = problem.status === 401 && !page.startsWith(by);
    const location = first ? withQuery(by, "next", there) : there;
    return seeOther(new Headers({ location, "set-cookie": cookie }));
  } catch (error) {
    if (!isRefusal(error)) log.error({ err: error }, "a refused form could not be kept");
    return itself();
  }
}

/**
 * A refusal as whoever asked can read it: a plain form goes back to its page, or is itself a page; a program gets its problem.
 * @param isOurs false for a form that may be another site's: its words are shown, and neither kept nor sent again from here
 */
export async function refuse(
  problem: Problem,
  body: Body | null,
  incoming: IncomingMessage,
  isOurs: boolean,
  deed?: KeptDeed,
): Promise<Response> {
  if (!body?.form) return refuseUnread(problem, incoming);
  if (isOurs) return redirectToForm(problem, body, incoming, deed);
  if (!readsHtml(incoming.headers.accept)) return asProblem(problem);
  return refusalPage(problem, { fields: body.fields, action: null });
}

/**
 * Where a form's words are not known: they are still in their fields, one step back. Whoever opens the address of a form anew, as
 * browsers do with a page they had put aside, reads a page too. Whoever follows a link to what is given only after confirming who they
 * are is led there, and back to their account, where the link is.
 */
export const refuseUnread = (problem: Problem, incoming: IncomingMessage): Response =>
  problem.reauthenticate && incoming.method === "GET" && readsHtml(incoming.headers.accept)
    ? seeOther(new Headers({ location: withQuery("/confirm-identity", "next", "/account?said=confirmed") }))
    : unread(problem, incoming);

const unread = (problem: Problem, incoming: IncomingMessage): Response =>
  (isForm(incoming) || incoming.method === "GET") && readsHtml(incoming.headers.accept)
    ? refusalPage(problem)
    : asProblem(problem);

const seeOther = (headers: Headers): Response => new Response(null, { status: 303, headers });
