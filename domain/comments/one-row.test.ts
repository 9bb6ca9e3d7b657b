import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { Client } from "pg";
import { actionsOn } from "@/components/moderation/sentences";
import { decide } from "@/domain/moderation/decisions/commands";
import { applyFunctions, ours } from "@/scripts/functions";
import { aModerator, anEstablishedReader } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { copyTemplate } from "@/test/server";
import { TRANSITIONS } from "./transitions";
import type * as transitions from "./transitions";

/** The table with one row less: what stands cannot be held. */
vi.mock("./transitions", async (original) => {
  const table = await original<typeof transitions>();
  return { ...table, TRANSITIONS: table.TRANSITIONS.filter(({ deed }) => deed !== "hold") };
});

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: await copyTemplate(inject("testServer"), "one_row") });
  await owner.connect();
});
afterAll(() => owner.end());

test("without its row the desk does not offer it, the command refuses it", async () => {
  expect(actionsOn("visible")).toEqual(["approve", "reject"]);
  const [ada, bo] = await Promise.all([aModerator(), anEstablishedReader()]);
  const comment = await aPlainComment(await aPlainArticle(), bo);
  const hold = {
    action: "hold",
    comment: comment.id,
    revision: 1,
    seen: undefined,
    ground: "person",
  } as const;
  await expect(decide({ ...hold, explanation: "" }, ada)).rejects.toMatchObject({ status: 409 });
});

test("and the database does not take it", async () => {
  const hold = async () => {
    const { rows } = await owner.query<{ id: string }>(
      `WITH a AS (INSERT INTO article (slug, published_at) VALUES ('one-row-' || gen_random_uuid(), now()) RETURNING id)
       INSERT INTO comment (article_id, article_revision, source, html) SELECT id, 1, 'A thought.', '' FROM a RETURNING id`,
    );
    return owner.query("UPDATE comment SET state = 'held', moved_by = 'hold' WHERE id = $1", [rows[0]?.id]);
  };
  expect(await hold()).toMatchObject({ rowCount: 1 });
  const transitions = TRANSITIONS.filter(({ from }) => from !== null);
  expect(await applyFunctions(owner, { ...ours(), transitions, hash: "one row less" })).toBe(true);
  await expect(hold()).rejects.toThrow(/visible does not become held by hold/);
});
