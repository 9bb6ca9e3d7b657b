import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { changeJoining } from "./commands";
import { endInvitation, invitationsFor, makeInvitation } from "./invitations";
import { FILLED_IN_AFTER, readJoining, whatToKnow } from "./joining";
import { ChangedJoining, NewInvitation } from "./schema";
import { drawnBefore, drawnNow, refuseMachine } from "./sign-up-form";
import { inboxOf } from "@/domain/inbox/queries";
import { OPERATOR } from "@/domain/members/policy";
import { signUp } from "@/domain/members/sign-up";
import { database } from "@/platform/database";
import { NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import { aMember, anAdmin, CAST_PASSWORD } from "@/test/cast";

afterEach(() => database().siteSetting.deleteMany({ where: { key: "joining" } }));

const somebody = (domain = "example.org") => {
  const handle = `gil-${randomUUID().slice(0, 8)}`;
  return { email: `${handle}@${domain}`, handle, password: CAST_PASSWORD };
};
const joins = async (more: { invitation?: string } = {}, domain?: string) =>
  signUp({ ...somebody(domain), ...more });
const tokenIn = (link: string): string => new URL(link).searchParams.get("invitation") ?? "";
const invite = async (wish: Partial<NewInvitation> = {}) => {
  const { id, link } = await makeInvitation(NewInvitation.parse(wish), OPERATOR);
  return { id, invitation: tokenIn(link) };
};

describe("who may join", () => {
  test("everybody, until an admin says otherwise; nobody while sign-up is closed, not with an invitation either", async () => {
    const [max, bo] = [await anAdmin(), await aMember()];
    const { invitation } = await invite();
    await expect(joins()).resolves.toBeDefined();
    await expect(changeJoining({ way: "closed", domains: [] }, bo)).rejects.toThrow(NotAllowed);
    await changeJoining({ way: "closed", domains: [] }, max);
    await expect(joins()).rejects.toThrow(NotAllowed);
    await expect(joins({ invitation })).rejects.toThrow(NotAllowed);
  });

  test("whoever has an address of a domain, in either spelling of it, or an invitation", async () => {
    const wish = ChangedJoining.parse({ way: "domains", domains: "@Example.com, büro.example" });
    expect(wish.domains).toEqual(["example.com", "xn--bro-hoa.example"]);
    await changeJoining(wish, await anAdmin());
    await expect(joins({}, "example.com")).resolves.toBeDefined();
    await expect(joins({}, "xn--bro-hoa.example")).resolves.toBeDefined();
    for (const other of ["example.org", "not-example.com", "sub.example.com"])
      await expect(joins({}, other)).rejects.toThrow(Unacceptable);
    await expect(joins(await invite(), "example.org")).resolves.toBeDefined();
    expect(ChangedJoining.safeParse({ way: "domains" }).success).toBe(false);
    expect(ChangedJoining.safeParse({ way: "domains", domains: "no domain!" }).success).toBe(false);
  });

  test("a setting that cannot be read lets nobody in", () => {
    expect(readJoining({ way: "by lot" }).way).toBe("closed");
    expect(readJoining(null).way).toBe("open");
  });

  test("the page says what is so, and shows a form to whom it can help", () => {
    const said = (way: "open" | "domains" | "invitation" | "closed", came: "none" | "good" | "bad") =>
      whatToKnow({ way, domains: ["example.org"] }, came);
    expect(said("open", "none")).toEqual({ open: true, sentence: null });
    expect(said("domains", "none").sentence).toContain("example.org");
    expect([said("invitation", "none").open, said("invitation", "bad").open]).toEqual([false, false]);
    expect([said("invitation", "good").open, said("closed", "good").open]).toEqual([true, false]);
  });
});

describe("an invitation", () => {
  test("lets in as many as it says, also of ten who use it at once; who came by it stands at the member", async () => {
    await changeJoining({ way: "invitation", domains: [] }, await anAdmin());
    const { id, invitation } = await invite({ uses: 3, note: "The choir" });
    await expect(joins()).rejects.toThrow(NotAllowed);
    await expect(joins({ invitation: "q".repeat(43) })).rejects.toThrow(NotAllowed);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => joins({ invitation })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await database().member.count({ where: { invitationId: id } })).toBe(3);
    expect(await invitationsFor(OPERATOR)).not.toContainEqual(expect.objectContaining({ id }));
  });

  test("is not used up where none is needed, or where the sign-up is refused", async () => {
    const { id, invitation } = await invite();
    await joins({ invitation });
    await changeJoining({ way: "invitation", domains: [] }, await anAdmin());
    const bo = await aMember();
    await expect(signUp({ ...somebody(), handle: bo.handle, invitation })).rejects.toThrow(Unacceptable);
    expect(await invitationsFor(OPERATOR)).toContainEqual(expect.objectContaining({ id, used: 0 }));
    await expect(joins({ invitation })).resolves.toBeDefined();
  });

  test("ends on its day, and when an admin ends it; a reader neither makes, reads nor ends any", async () => {
    const [max, bo] = [await anAdmin(), await aMember()];
    await changeJoining({ way: "invitation", domains: [] }, max);
    const [late, ended] = [await invite(), await invite()];
    await database().invitation.update({ where: { id: late.id }, data: { expiresAt: new Date() } });
    await endInvitation(ended.id, max);
    await expect(endInvitation(ended.id, max)).rejects.toThrow(NotFound);
    for (const { invitation } of [late, ended])
      await expect(joins({ invitation })).rejects.toThrow(NotAllowed);
    for (const refused of [
      makeInvitation(NewInvitation.parse({}), bo),
      invitationsFor(bo),
      endInvitation(late.id, bo),
    ])
      await expect(refused).rejects.toThrow(NotAllowed);
  });

  test("tells whoever made it of each who came by it", async () => {
    const max = await anAdmin();
    await changeJoining({ way: "invitation", domains: [] }, max);
    const { link } = await makeInvitation(NewInvitation.parse({ uses: 2 }), max);
    for (let nth = 0; nth < 2; nth++) await joins({ invitation: tokenIn(link) });
    expect((await inboxOf({}, max)).items.map(({ kind }) => kind)).toEqual([
      "invitation-accepted",
      "invitation-accepted",
    ]);
  });

  test("is read by admins as a link, and by nobody in the table", async () => {
    const { id, invitation } = await invite();
    const [shown] = (await invitationsFor(OPERATOR)).filter((one) => one.id === id);
    expect(tokenIn(shown?.link ?? "")).toBe(invitation);
    const row = await database().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(invitation);
  });
});

test("a form is sent by a person: after a moment, on the day it was drawn, with nothing in the field nobody sees", () => {
  const now = Date.now();
  const drawn = drawnNow(now);
  expect(() => refuseMachine({ drawn, homepage: "" }, now + FILLED_IN_AFTER)).not.toThrow();
  for (const [traps, later] of [
    [{ drawn }, FILLED_IN_AFTER - 1],
    [{ drawn }, 25 * 3_600_000],
    [{ drawn: drawn.slice(0, -2) }, FILLED_IN_AFTER],
    [{ drawn: String(now) }, FILLED_IN_AFTER],
    [{}, FILLED_IN_AFTER],
    [{ drawn, homepage: "https://example.org" }, FILLED_IN_AFTER],
  ] as const)
    expect(() => refuseMachine(traps, now + later), JSON.stringify(traps)).toThrow(Unacceptable);
  expect(drawnBefore(drawn, now + 60_000)).toBe(drawn);
  for (const other of [undefined, "x", drawnNow(now - 25 * 3_600_000)])
    expect(drawnBefore(other, now)).not.toBe(other);
});
