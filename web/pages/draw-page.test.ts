import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { Malformed } from "@/platform/refusal";
import { drawPage, type Handler } from "./draw-page";
import { notePageFailure } from "./page-failure";

/** Next, as it answers when a page throws. */
const failingWith =
  (error: unknown): Handler =>
  (_request, response) => {
    notePageFailure(error);
    response.statusCode = 500;
    response.end("Next's own page");
    return Promise.resolve();
  };

const draw = (next: Handler) => drawPage(next, new IncomingMessage(new Socket()), false);

const shuttingDown = Object.assign(
  new Error("Database error. Code: `57P01`. Message: `terminating connection due to administrator command`"),
  { name: "PrismaClientKnownRequestError", code: "P2039" },
);

test("a page the database broke off is a 503 of ours, though the database answers again by then", async () => {
  const page = await draw(failingWith(shuttingDown));
  expect(page.status).toBe(503);
  expect(page.headers["retry-after"]).toBe("2");
  expect(page.body.toString()).toContain("Back in a moment");
});

test("a refusal that no page has caught keeps its status and its sentence, and its words are no markup", async () => {
  const page = await draw(failingWith(new Malformed("This is no <b>day</b>.")));
  expect(page.status).toBe(400);
  expect(page.body.toString()).toContain("This is no &lt;b&gt;day&lt;/b&gt;.");
});

test("a bug stays a 500, and of two pages at once each has its own failure", async () => {
  const pages = await Promise.all([
    draw(failingWith(new TypeError("a bug"))),
    draw(failingWith(shuttingDown)),
  ]);
  expect(pages.map(({ status }) => status)).toEqual([500, 503]);
  expect(pages[0].body.toString()).toContain("<h1>Something broke on our side</h1>");
});

test("a page that finds nothing to show is drawn like an address that leads nowhere", async () => {
  const asked: (string | undefined)[] = [];
  const next: Handler = (request, response) => {
    asked.push(request.url);
    response.statusCode = 404;
    response.end(request.url === "/nowhere" ? "<h1>Page not found</h1>" : '<html id="__next_error__">');
    return Promise.resolve();
  };
  const request = new IncomingMessage(new Socket());
  request.url = "/articles/nope";
  const page = await drawPage(next, request, false);
  expect([page.status, page.body.toString()]).toEqual([404, "<h1>Page not found</h1>"]);
  expect(asked).toEqual(["/articles/nope", "/nowhere"]);
});
