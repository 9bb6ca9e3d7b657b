import { expect, test } from "vitest";
import { z } from "zod";
import { ownData } from "./own-data";
import { changeProfile } from "./profile";
import { decideOnProfile } from "@/domain/moderation/profiles/commands";
import { profileAtTheDesk } from "@/domain/moderation/profiles/queries";
import { castVote } from "@/domain/polls/commands";
import type { Member } from "./member";
import { aMember, aModerator } from "@/test/cast";
import { aPoll, voters } from "@/test/voters";

const Copy = z.object({
  votes: z.array(z.object({ article: z.string(), option: z.string() })).nullable(),
  takenDown: z.array(z.object({ name: z.string().nullable() })),
});

async function copyOf(member: Member): Promise<string> {
  let text = "";
  for await (const piece of await ownData(member)) text += piece;
  return text;
}

test("a copy of one's data has one length whatever one voted, and holds the vote", async () => {
  const poll = await aPoll();
  const options = ["approach", "complementary", "unsure"];
  const lengths = new Set<number>();
  for (const [nth, voter] of (await voters(options.length)).entries()) {
    const option = options[nth] ?? "";
    await castVote({ poll: poll.id, option }, voter);
    const text = await copyOf(voter);
    expect(Copy.parse(JSON.parse(text)).votes).toEqual([{ article: poll.slug, option }]);
    lengths.add(text.length);
  }
  expect(lengths.size).toBe(1);
});

test("without a session the votes stay secret; what was taken down of one's profile is in it", async () => {
  const [ada, dan] = [await aModerator(), await aMember({ name: "Dan" })];
  await changeProfile({ name: "Bo is a fool" }, dan);
  const seen = (await profileAtTheDesk(dan.handle, ada))?.seen ?? "";
  const input = { action: "reset", name: true, bio: false, seen, ground: "person", explanation: "" } as const;
  await decideOnProfile(dan.handle, input, ada);
  const copy = Copy.parse(JSON.parse(await copyOf({ ...dan, sessionToken: null })));
  expect(copy).toMatchObject({ votes: null, takenDown: [{ name: "Bo is a fool" }] });
});
