import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { aMember, aModerator, anAdmin, anEstablishedReader } from "@/test/cast";
import { serve } from "@/test/serve";

const site = await serve();
const { ask } = site;
afterAll(() => site.close());

const Profiles = z.object({
  items: z.array(z.looseObject({ handle: z.string(), seen: z.string(), name: z.string() })),
});
const text = (body: unknown, name: string): string =>
  z.looseObject({ [name]: z.string() }).parse(body)[name] ?? "";

test("the whole way of a name: reported, taken down, read about, appealed, brought back", async () => {
  const [ada, max, bo, dan] = [
    await aModerator(),
    await anAdmin(),
    await anEstablishedReader(),
    await aMember({ name: "Dan" }),
  ];
  await ask("PATCH", "/account", dan, { name: "Bo is a fool", bio: "Reads." });
  const receipt = await ask("POST", `/members/${dan.handle}/reports`, bo, {
    reason: "person",
    detail: "Of me.",
  });
  expect(receipt).toMatchObject({ status: 201, body: { state: "open", comment: null, member: dan.handle } });
  expect((await ask("GET", "/me", ada)).body).toMatchObject({ queue: 1 });

  const page = await ask("GET", "/moderation/profiles", ada);
  const item = Profiles.parse(page.body).items.find(({ handle }) => handle === dan.handle);
  expect(item).toMatchObject({ name: "Bo is a fool", reports: [{ by: bo.name, detail: "Of me." }] });
  const decision = { action: "reset", name: "on", seen: item?.seen, ground: "person" };
  const without = await ask("POST", `/members/${dan.handle}/profile-decisions`, ada, {
    ...decision,
    ground: "",
  });
  expect(without.status).toBe(422);
  const decided = await ask("POST", `/members/${dan.handle}/profile-decisions`, ada, decision);
  expect(decided.status).toBe(201);
  const id = text(decided.body, "decision");
  expect((await ask("GET", `/members/${dan.handle}`)).body).toMatchObject({
    member: { name: dan.handle, bio: "Reads." },
  });
  expect((await ask("GET", "/me", ada)).body).toMatchObject({ queue: 0 });
  expect((await ask("GET", `/decisions/${id}`, dan)).body).toMatchObject({
    action: "reset",
    can: { appeal: true },
  });

  const appealed = await ask("POST", `/decisions/${id}/appeal`, dan, { words: "A line of a song." });
  // An appeal against what was decided about a person is in the queue of appeals, with no state of a comment.
  expect((await ask("GET", "/moderation/queue?queue=appeals", max)).body).toMatchObject({
    items: [{ comment: null, appeal: { decision: { action: "reset", before: null, after: null } } }],
  });
  const answered = await ask("POST", `/appeals/${text(appealed.body, "appeal")}/answer`, max, {
    outcome: "upheld",
    answer: "So it is.",
  });
  expect(answered.status).toBe(200);
  expect((await ask("GET", `/members/${dan.handle}`)).body).toMatchObject({
    member: { name: "Bo is a fool" },
  });
  expect((await ask("DELETE", `/profile-decisions/${id}`, ada, {})).status).toBe(409);
});

test("sign-up with a banned address is answered as with one that is taken", async () => {
  const [ada, dee, cy] = [await aModerator(), await aMember({ name: "Dee" }), await aMember({ name: "Cy" })];
  const why = { kind: "ban", ground: "person", explanation: "", cleanUp: "none" };
  expect((await ask("POST", `/members/${dee.handle}/sanctions`, ada, why)).status).toBe(201);
  const signUp = (email: string, handle: string) =>
    ask("POST", "/members", null, { email, handle, password: "seven brass kettles" });
  const [taken, barred] = [
    await signUp(cy.email, "newcomer-one"),
    await signUp(dee.email.replace("@", "+again@"), "newcomer-two"),
  ];
  expect(barred.status).toBe(422);
  expect(barred.body).toEqual(taken.body);
});
