import "server-only";

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refusal } from "@/platform/refusal";
import { CapturedResponse, type Captured } from "./captured-response";
import { fillPlaceholders } from "./html-placeholders";
import { awayPage } from "./later-page";
import { pagePolicy } from "@/web/protection/security-headers";
import { databaseAnswers } from "@/web/server/health";
import * as t from "#messages/api";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Milliseconds: longer than every wait a page has (the database's is 5 s), so what takes longer will never end. */
const DRAWN_WITHIN = 20_000;

/** Lets Next draw one page, whole, into memory. */
export async function drawPage(next: Handler, request: IncomingMessage, dev: boolean): Promise<Captured> {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, dev);
  // Next reads the nonce for its own scripts from this header; our pages read x-nonce.
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  const capture = new CapturedResponse(request);
  capture.setHeader("content-security-policy", policy);
  const page = await fillPlaceholders(async () => {
    await next(request, capture);
    return within(DRAWN_WITHIN, capture.captured);
  });
  return page.status >= 500 && !(await databaseAnswers()) ? awayPage() : page;
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal(t.thisPageTookTooLong, 503)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
