import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import { STANDINGS, type DirectoryLine, type Standing } from "@/domain/members/directory-line";
import type { DirectoryQuery } from "@/domain/members/directory-schema";
import { ROLES, type Role } from "@/domain/members/member";
import fields from "@/components/ui/field-grid.module.css";
import tables from "@/components/ui/table.module.css";
import * as roles from "#messages/members";
import * as t from "#messages/offices";
import { say } from "@/messages/say";

export const ROLE_NAMES: Record<Role, string> = {
  reader: roles.reader,
  editor: roles.editor,
  moderator: roles.moderator,
  admin: roles.admin,
};

const STANDING_NAMES: Record<Standing, string> = {
  good: t.inGoodStanding,
  watched: t.reviewedFirst,
  suspended: t.suspended,
  banned: t.banned,
};

/** A plain form that asks for the same page again, narrower. */
export function DirectoryFilters({ query: { q, role, standing } }: { query: DirectoryQuery }) {
  return (
    <form action="/moderation/members" role="search" className={fields.grid}>
      <Field label={t.search} hint={t.nameHandleOrEmail} type="search" name="q" defaultValue={q} />
      <Select label={t.role} name="role" defaultValue={role}>
        <option value="">{t.anyRole}</option>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {ROLE_NAMES[one]}
          </option>
        ))}
      </Select>
      <Select label={t.standing} name="standing" defaultValue={standing}>
        <option value="">{t.anyStanding}</option>
        {STANDINGS.map((one) => (
          <option key={one} value={one}>
            {STANDING_NAMES[one]}
          </option>
        ))}
      </Select>
      <Button>{t.show}</Button>
    </form>
  );
}

/** Members with what an admin asks about them first; each leads to their page at the desk. */
export function MemberDirectory({ items, more }: { items: DirectoryLine[]; more: string | null }) {
  if (items.length === 0) return <EmptyState>{t.nobodyFound}</EmptyState>;
  return (
    <>
      <div className={tables.scroll} tabIndex={0} role="region" aria-label={t.members}>
        <table className={`${tables.table} ${tables.whole}`}>
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.role}</th>
              <th scope="col">{t.standing}</th>
              <th scope="col">{t.joined}</th>
              <th scope="col">{t.lastSeen}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((line) => (
              <Line key={line.handle} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {more !== null && (
        <PageLink rel="next" href={more}>
          {t.nextMembers}
        </PageLink>
      )}
    </>
  );
}

function Line({ line }: { line: DirectoryLine }) {
  const { handle, name, role, moderates, standing, joinedAt, seenAt } = line;
  return (
    <tr>
      <td>
        <a href={`/moderation/members/${handle}`}>{name}</a> <span className={tables.under}>@{handle}</span>
      </td>
      <td>
        {moderates === 0
          ? ROLE_NAMES[role]
          : say(t.moderatesSome, { role: ROLE_NAMES[role], count: moderates })}
      </td>
      <td>{STANDING_NAMES[standing]}</td>
      <td>
        <Time at={joinedAt} />
      </td>
      <td>{seenAt === null ? t.notSignedIn : <Time at={seenAt} />}</td>
    </tr>
  );
}
