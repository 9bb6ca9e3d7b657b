import { beforeAll, describe, expect, test } from "vitest";
import { memberDirectory } from "./directory";
import { OPERATOR } from "./policy";
import { setRole } from "./roles";
import { sentenceOf } from "@/domain/inbox/notice";
import { inboxOf } from "@/domain/inbox/queries";
import { statementOf } from "@/domain/moderation/decisions/statements";
import { logPage, publicLogPage } from "@/domain/moderation/log/queries";
import { appoint, dismiss } from "@/domain/moderation/moderators/commands";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { transparencyReport } from "@/domain/moderation/transparency/queries";
import { NotAllowed } from "@/platform/refusal";
import { aMember, aModerator, anAdmin, type Player } from "@/test/cast";
import { aPlainArticle } from "@/test/desk";

let max: Player, ada: Player;
beforeAll(async () => {
  [max, ada] = await Promise.all([anAdmin(), aModerator()]);
});

const newest = async (about: Player) => (await logPage({ member: about.handle }, max)).items[0];

describe("an appointment", () => {
  test("stands in the log with who made it, and is told to whom it is about", async () => {
    const bo = await aMember({ name: "Bo" });
    await setRole({ handle: bo.handle, role: "editor" }, max);
    const entry = await newest(bo);
    expect(entry).toMatchObject({
      action: "role",
      before: "reader",
      after: "editor",
      moderator: { handle: max.handle },
    });
    const [notice] = (await inboxOf({}, bo)).items;
    expect(notice && sentenceOf(notice)).toBe("Your role on this site has changed.");
    expect(await statementOf(entry?.id ?? "", bo)).toMatchObject({
      by: "admin",
      statement: { scope: "You can also publish articles and manage their polls." },
      can: { appeal: false },
    });
  });

  test("by the operator names nobody; the same role again is no change and is told to nobody", async () => {
    const cy = await aMember({ name: "Cy" });
    await setRole({ handle: cy.handle, role: "moderator" }, OPERATOR);
    await setRole({ handle: cy.handle, role: "moderator" }, max);
    const { items } = await logPage({ member: cy.handle }, max);
    expect(items).toMatchObject([{ action: "role", moderator: null }]);
    expect((await inboxOf({}, cy)).items).toHaveLength(1);
  });

  test("of one discussion names it, is taken back by name, and asking twice is told once", async () => {
    const [hal, article] = await Promise.all([aMember({ name: "Hal" }), aPlainArticle()]);
    const post = { slug: article.slug, handle: hal.handle };
    await Promise.all([appoint(post, max), appoint(post, max)]);
    await dismiss(post, max);
    const { items } = await logPage({ member: hal.handle }, max);
    expect(items.map(({ action, article: of }) => [action, of?.slug])).toEqual([
      ["dismiss", article.slug],
      ["appoint", article.slug],
    ]);
    expect((await inboxOf({}, hal)).items.map(sentenceOf)).toEqual([
      expect.stringMatching(/^You are no longer a moderator of the discussion under/),
      expect.stringMatching(/^You are now a moderator of the discussion under/),
    ]);
  });

  test("names nobody in the public log, and counts among neither restrictions nor relief", async () => {
    const di = await aMember({ name: "Di" });
    const from = new Date();
    await setRole({ handle: di.handle, role: "editor" }, max);
    const [entry] = (await publicLogPage({ action: "role" })).items;
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`${di.handle}|${max.handle}`));
    const report = await transparencyReport({ from, to: new Date(Date.now() + 1_000) }, max);
    expect([report.restrictions.byAction, report.relief].flat().map(({ key }) => key)).not.toContain("role");
  });
});

describe("the list of members", () => {
  test("is for admins", async () => {
    await expect(memberDirectory({}, ada)).rejects.toThrow(NotAllowed);
  });

  test("finds by a part of a name or handle and by a whole address, by role and by standing", async () => {
    const eve = await aMember({ name: "Evelyn" });
    const found = async (query: Parameters<typeof memberDirectory>[0]) =>
      (await memberDirectory(query, max)).items.map(({ handle }) => handle);
    expect(await found({ q: eve.handle.slice(1).toUpperCase() })).toEqual([eve.handle]);
    expect(await found({ q: eve.name.slice(0, 9).toUpperCase() })).toContain(eve.handle);
    expect(await found({ q: "_%" })).toEqual([]);
    // Letters are compared as people expect it: ß and ss, accents, capitals of any script.
    const [strasse, anna] = await Promise.all([aMember({ name: "straße" }), aMember({ name: "анна" })]);
    for (const q of ["STRASSE", "straße"])
      expect(await found({ q: `${q} ${strasse.handle.slice(-4)}` })).toEqual([strasse.handle]);
    expect(await found({ q: `АННА ${anna.handle.slice(-4)}` })).toEqual([anna.handle]);
    expect(await found({ role: "admin" })).not.toContain(eve.handle);

    const kind = { kind: "suspension", ground: "person", days: 7, explanation: "", cleanUp: "none" } as const;
    await sanction(eve.handle, kind, ada);
    expect(await found({ standing: "suspended", q: eve.handle })).toEqual([eve.handle]);
    expect(await found({ standing: "good", q: eve.handle })).toEqual([]);
  });

  test("goes on behind the last one, and nobody is met twice or left out", async () => {
    const met: string[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await memberDirectory({ after }, max);
      met.push(...items.map(({ handle }) => handle));
      if (next === null) break;
      after = next;
    }
    expect(new Set(met).size).toBe(met.length);
    expect([...met].sort((a, b) => (a < b ? -1 : 1))).toEqual(met);
  });
});
