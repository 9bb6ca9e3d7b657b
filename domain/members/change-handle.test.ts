import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { changeHandle, handlesOf, setEarlierHandles } from "./change-handle";
import { eraseDue } from "./erase-due";
import { askErasure } from "./erasure";
import type { Member } from "./member";
import { memberByHandle } from "./queries";
import { signUp } from "./sign-up";
import { post } from "@/domain/comments/post";
import { database } from "@/platform/database";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import { aMember, CAST_PASSWORD, cast } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { asOwner } from "@/test/voters";

const aHandle = () => `bo-${randomUUID().slice(0, 8)}`;
const called = (handle: string, leads = false) => ({ handle, leads });
const signsUpAs = (handle: string) =>
  signUp({ email: `${randomUUID()}@example.org`, handle, password: CAST_PASSWORD });
/** As if the last change were long ago. */
const aMonthLater = ({ id }: Member) =>
  database().member.update({ where: { id }, data: { handleChangedAt: new Date(0) } });

test("a handle changes once a month; the earlier one is nobody else's, and leads on only where its member wants", async () => {
  const bo = await aMember({ name: "Bo" });
  const fresh = aHandle();
  await changeHandle(called(fresh), bo);
  expect((await memberByHandle(fresh))?.name).toBe(bo.name);
  expect(await memberByHandle(bo.handle)).toBeNull();
  await expect(signsUpAs(bo.handle)).rejects.toThrow(Unacceptable);
  const cy = await aMember({ name: "Cy" });
  await expect(changeHandle(called(bo.handle), cy)).rejects.toThrow(Unacceptable);
  await expect(changeHandle(called(fresh), cy)).rejects.toThrow(Unacceptable);
  await setEarlierHandles({ leads: true }, bo);
  expect((await memberByHandle(bo.handle))?.handle).toBe(fresh);
  await expect(changeHandle(called(aHandle()), { ...bo, handle: fresh })).rejects.toThrow(Conflict);
  expect((await handlesOf(bo)).until).not.toBeNull();
  // Back to the first: it is the member's own.
  await aMonthLater(bo);
  await changeHandle(called(bo.handle), { ...bo, handle: fresh });
  expect(await handlesOf(bo)).toMatchObject({ earlier: [{ handle: fresh, leads: false }] });
});

test("of two who want one handle at once one gets it, and one who changes twice at once changes once", async () => {
  const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  const one = aHandle();
  const both = await Promise.allSettled([changeHandle(called(one), bo), changeHandle(called(one), cy)]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const fay = await aMember();
  const twice = await Promise.allSettled(
    [aHandle(), aHandle()].map((handle) => changeHandle(called(handle), fay)),
  );
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("nobody takes a handle like the staff's, and whoever may not write keeps theirs", async () => {
  const { ada, dee } = await cast();
  const bo = await aMember({ name: "Bo" });
  await expect(changeHandle(called(ada.handle.replaceAll("-", "_")), bo)).rejects.toThrow(Unacceptable);
  await expect(changeHandle(called(aHandle()), dee)).rejects.toThrow(NotAllowed);
});

test("after erasure no handle leads anywhere or is anybody's again, and mentions by an earlier one lose their link", async () => {
  const [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy", approvedCount: 20 })];
  const { slug } = await anEmptyArticle();
  const said = await post(slug, { body: `As @${bo.handle} says, one begins with the work itself.` }, cy);
  const fresh = aHandle();
  await changeHandle(called(fresh, true), bo);
  await askErasure({ texts: "stay", sure: true }, bo);
  expect(await memberByHandle(bo.handle)).toBeNull();
  await asOwner("UPDATE erasure SET due_at = now() WHERE member_id = $1", [bo.id]);
  await eraseDue();
  for (const handle of [bo.handle, fresh]) {
    expect(await memberByHandle(handle)).toBeNull();
    await expect(signsUpAs(handle)).rejects.toThrow(Unacceptable);
  }
  expect(await database().earlierHandle.count({ where: { handle: bo.handle } })).toBe(0);
  const { html } = await database().comment.findUniqueOrThrow({ where: { id: said.id } });
  expect(html).toContain(`@${bo.handle}`);
  expect(html).not.toContain("href");
});
