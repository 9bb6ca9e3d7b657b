import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isValidElement, type ReactNode } from "react";
import { pageAddress } from "@/web/pages/public-pages";

/** What stands in an address for `[slug]`, `[id]` and so on. */
export type Names = Readonly<Record<string, string>>;

/** A page's own module, or that of what is no page (`route.ts`, `robots.ts`). */
type Module = Readonly<{
  default?: (props: Given) => unknown;
  generateMetadata?: (props: Given) => unknown;
  GET?: (request: Request, props: Given) => Promise<Response>;
}>;
type Given = { params: Promise<Names>; searchParams: Promise<Names> };

const DRAWN_BY = /^(?<folder>.*?)\/?(?<file>page\.tsx|route\.ts|robots\.ts|manifest\.ts)$/;
const NAMED: Record<string, string> = {
  "robots.ts": "robots.txt",
  "manifest.ts": "manifest.webmanifest",
};

/** Every file of `app/` that draws a public page, with that page's address. */
export const publicPages = (names: Names): { file: string; address: string }[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" }).flatMap((path) => {
    const { folder, file } = DRAWN_BY.exec(path)?.groups ?? {};
    if (folder === undefined || file === undefined) return [];
    const where = `/${folder.replace(/\[(\w+)\]/g, (_, name: string) => names[name] ?? "-")}`;
    const address = NAMED[file] ? `/${NAMED[file]}` : where;
    return pageAddress(address).isPublic ? [{ file: path, address }] : [];
  });

/** What a public page says, as one text: all that is gathered for it, whatever it looks like. */
export async function drawnFrom(file: string, names: Names): Promise<string> {
  const page = (await import(/* @vite-ignore */ join(process.cwd(), "app", file))) as Module;
  const given = { params: Promise.resolve(names), searchParams: Promise.resolve({}) };
  if (page.GET) return (await page.GET(new Request("http://localhost/"), given)).text();
  const head = await page.generateMetadata?.(given);
  return JSON.stringify([head, await drawn((await page.default?.(given)) as ReactNode)]);
}

/** Parts of a page that gather by themselves, called; all others are what they are given. */
async function drawn(node: ReactNode): Promise<unknown> {
  if (Array.isArray(node)) return Promise.all((node as ReactNode[]).map(drawn));
  if (!isValidElement<Record<string, unknown>>(node)) return node;
  const { type, props } = node;
  if (typeof type === "function" && type.constructor.name === "AsyncFunction")
    return drawn((await (type as (given: unknown) => Promise<ReactNode>)(props)) as ReactNode);
  const values = await Promise.all(
    Object.entries(props).map(async ([name, value]) => [name, await drawn(value as ReactNode)] as const),
  );
  return Object.fromEntries(values);
}
