import { randomUUID } from "node:crypto";

/** A write that is sent until it is acknowledged; `id` is the comment's once it is. */
export type Write = { cookie: string; key: string; body: string; id: string | null };

/** Somebody new on the site at that address, signed in. @param prefix of their username */
export async function signUpAt(address: string, prefix: string): Promise<{ handle: string; cookie: string }> {
  const handle = `${prefix}-${randomUUID().slice(0, 18)}`;
  const answer = await fetch(`${address}/api/v1/members`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      handle,
      name: `Writer ${handle}`,
      email: `${handle}@example.org`,
      password: "a lasting sentence",
    }),
  });
  if (answer.status !== 201) throw new Error(`Signing up: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session-token"));
  return { handle, cookie: cookie?.split(";")[0] ?? "" };
}

/** `each` comments of each of so many new members, in turn, so that every instant has writes of many. */
export async function plannedWrites(
  address: string,
  prefix: string,
  { writers, each }: { writers: number; each: number },
): Promise<Write[]> {
  const cookies: string[] = [];
  for (let nth = 0; nth < writers; nth++) cookies.push((await signUpAt(address, prefix)).cookie);
  return Array.from({ length: writers * each }, (_, nth) => ({
    cookie: cookies[nth % writers] ?? "",
    key: randomUUID(),
    body: `Reason ${nth} of ${randomUUID()}: what a team learns together it also has to keep somewhere.`,
    id: null,
  }));
}
