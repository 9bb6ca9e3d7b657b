import "server-only";

import pg from "pg";
import { eraseDue } from "./erase-due";
import { signOutOfIt } from "./erasure";
import { isLastAdmin } from "./roles";
import { transaction } from "@/platform/database";
import { Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/members";

type Wish = Readonly<{ handle: string; textsGo: boolean; now: boolean }>;
type Begun = { id: string; due: Date | null };

/**
 * What only the person at the server's own keyboard does. Works as the database's owner, for the site may erase nobody by naming them.
 * @returns when the account will be gone; null where that is done already
 */
export async function eraseByOperator(wish: Wish, ownerUrl: string): Promise<Date | null> {
  const { id, due } = await beginErasure(wish, ownerUrl);
  if (wish.now) {
    await eraseDue();
    return null;
  }
  if (due) await transaction((tx) => signOutOfIt(tx, id, due));
  return due;
}

async function beginErasure({ handle, textsGo, now }: Wish, ownerUrl: string): Promise<Begun> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<Begun>(
      "SELECT id::text, begin_erasure(id, $2) AS due FROM member WHERE handle = $1 AND erased_at IS NULL AND NOT sample",
      [handle, textsGo],
    );
    const [begun] = rows;
    if (!begun) throw new NotFound(t.thereIsNoMember);
    if (now)
      await client.query("UPDATE erasure SET due_at = now(), texts_go = $2 WHERE member_id = $1", [
        begun.id,
        textsGo,
      ]);
    else if (!begun.due) throw new Conflict(t.isBeingErasedAlready);
    await client.query("COMMIT");
    return begun;
  } catch (problem) {
    if (isLastAdmin(problem)) throw new Conflict(t.theLastAdminStays);
    throw problem;
  } finally {
    await client.end();
  }
}
