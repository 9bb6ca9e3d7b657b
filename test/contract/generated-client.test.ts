import { writeFileSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aMember } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";
import { DOOR } from "@/web/pages/paths";
import { sessionCookie } from "@/web/sessions/session-cookie";

/** What a stranger would write, with the types that a generator makes of our description. */
const PROGRAM = `
import createClient from "openapi-fetch";
import type { paths } from "./moot";

export async function postAndRead(baseUrl: string, cookie: string, slug: string): Promise<string[]> {
  const { POST, GET } = createClient<paths>({ baseUrl, headers: { cookie } });
  const params = { path: { slug } };
  const posted = await POST("${DOOR}/articles/{slug}/comments", { params, body: { body: "That depends." } });
  if (posted.error) throw new Error(posted.error.detail);
  const text: string = posted.data.comment.html;
  const page = await GET("${DOOR}/articles/{slug}/comments", { params });
  if (page.error) throw new Error(page.error.detail);
  return [text, ...page.data.items.map((comment) => comment.id)];
}
`;
/** A whole compiler runs, which takes a while where others do, too. Milliseconds. */
const COMPILING = 120_000;
const FOLDER = resolve(".cache/generated-client");

let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

test(
  "a client generated from the description compiles",
  async () => {
    const description = await (await fetch(`${site.url}/openapi.json`)).text();
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}/moot.d.ts`, astToString(await openapiTS(description)));
    writeFileSync(`${FOLDER}/program.ts`, PROGRAM);
    const program = ts.createProgram([`${FOLDER}/program.ts`], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      types: [],
    });
    const sentences = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(sentences).toEqual([]);
  },
  COMPILING,
);

test("and posts a comment, and reads it again", async () => {
  const bo = await aMember({ name: "Bo" });
  const { slug } = await anEmptyArticle();
  const cookie = (await sessionCookie(bo.sessionToken)).split(";")[0] ?? "";
  const { postAndRead } = await compiled();
  const [text, ...ids] = await postAndRead(site.url.slice(0, -DOOR.length), cookie, slug);
  expect(text).toBe("<p>That depends.</p>\n");
  expect(ids).toHaveLength(1);
});

type Program = { postAndRead: (baseUrl: string, cookie: string, slug: string) => Promise<string[]> };

/** The same text as it was compiled, run with the same library. */
function compiled(): Promise<Program> {
  const { outputText } = ts.transpileModule(PROGRAM, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const body = outputText.replace(/^import .*$/gm, "").replace("export ", "");
  writeFileSync(
    `${FOLDER}/program.mjs`,
    `import createClient from "openapi-fetch";\n${body}\nexport { postAndRead };\n`,
  );
  return import(/* @vite-ignore */ `${FOLDER}/program.mjs`);
}
