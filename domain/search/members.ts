import "server-only";

import { z } from "zod";
import { HITS_A_PAGE, MEMBERS_FIRST } from "./search";
import { HANDLE_PATTERN, type Author } from "@/domain/members/member";
import { Malformed } from "@/platform/refusal";
import { database, literalNumber, Prisma } from "@/platform/database";
import * as t from "#messages/search";

/** Of a common pair of letters only so many are looked at to find the best few. */
const LOOKED_AT = 200;

/** The members a search begins with: whose username it is, whose name begins so, then the others by username. */
export function firstMembers(terms: readonly string[]): Promise<Author[]> {
  const name = terms.join(" ");
  return database().$queryRaw<Author[]>`
    SELECT m.handle, m.name, m.role::text AS role FROM (
      SELECT * FROM search_member s WHERE ${matches(name)} LIMIT ${literalNumber(LOOKED_AT)}
    ) s JOIN member m ON m.id = s.member_id AND m.hidden_at IS NULL
    ORDER BY s.handle = search_name(${name}) DESC, starts_with(s.names, search_name(${name})) DESC, s.handle
    LIMIT ${literalNumber(MEMBERS_FIRST)}`;
}

/**
 * Everyone whose username and name have all these words in them, by username.
 * @throws Malformed when `after` is no username
 */
export async function membersNamed(
  terms: readonly string[],
  after: string | undefined,
): Promise<{ members: Author[]; next: string | null }> {
  if (after !== undefined && !z.string().regex(HANDLE_PATTERN).safeParse(after).success)
    throw new Malformed(t.noSuchPlace);
  const rows = await database().$queryRaw<Author[]>`
    SELECT m.handle, m.name, m.role::text AS role FROM search_member s JOIN member m ON m.id = s.member_id AND m.hidden_at IS NULL
    WHERE ${matches(terms.join(" "))} AND ${after === undefined ? Prisma.sql`true` : Prisma.sql`s.handle > ${after}`}
    ORDER BY s.handle LIMIT ${literalNumber(HITS_A_PAGE + 1)}`;
  const members = rows.slice(0, HITS_A_PAGE);
  return { members, next: rows.length > HITS_A_PAGE ? (members.at(-1)?.handle ?? null) : null };
}

/** Pairs of letters find who may be meant; then every word has to be there as it stands. */
const matches = (name: string): Prisma.Sql => Prisma.sql`
  s.pairs @> search_pairs(search_name(${name})) AND NOT EXISTS (
    SELECT FROM regexp_split_to_table(search_name(${name}), '\\s+') word WHERE strpos(s.names, word) = 0)`;
