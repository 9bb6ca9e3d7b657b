import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Choice, TextArea } from "@/components/ui/field";
import { returnTo, Saved } from "@/components/ui/saved";
import { Time } from "@/components/ui/time";
import type { MemberCard as Card } from "@/domain/moderation/queue/queue";
import type { ProfileAtTheDesk } from "@/domain/moderation/profiles/profile";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { SANCTION_KINDS, type SanctionKind, type SanctionView } from "@/domain/moderation/sanctions/sanction";
import { ProfileForm } from "./profile-form";
import { MemberCard, SANCTION_WORDS } from "./member-card";
import { SanctionForm } from "./sanction-form";
import folds from "@/components/ui/fold.module.css";
import lists from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import * as t from "#messages/desk";
import { rich } from "@/messages/rich";

type Props = {
  author: Card;
  /** To change their role, for who may. */
  role: ReactNode;
  profile: ProfileAtTheDesk | null;
  rules: HouseRule[];
  may: boolean;
  kept?: Record<string, string>;
  said: string | undefined;
};

const OFFERS: Record<SanctionKind, string> = {
  warning: t.warn,
  watch: t.requireApproval,
  suspension: t.suspend,
  ban: t.ban,
};

/** Everything a moderator can know and do about one member. */
export function MemberAtTheDesk({ author, role, profile, rules, may, kept = {}, said }: Props) {
  const here = `/moderation/members/${author.handle}`;
  return (
    <>
      <MemberCard author={author} />
      <p>
        <a href={`/members/${author.handle}`}>{t.publicPage}</a>,{" "}
        <a href={`/moderation/log?member=${author.handle}`}>{t.decisionsAboutThem}</a>,{" "}
        <a href={`/moderation/bulk?member=${author.handle}`}>{t.decideAboutTheirComments}</a>
      </p>
      {role}

      {author.sanctions.length > 0 && (
        <section className={sections.section}>
          <h2>{t.sanctions}</h2>
          <Saved part="sanctions" said={said} />
          <ul className={lists.ruled}>
            {author.sanctions.map((sanction) => (
              <Sanction key={sanction.id} sanction={sanction} back={returnTo(here, "sanctions")} may={may} />
            ))}
          </ul>
        </section>
      )}

      <section className={sections.section}>
        <h2>{t.notesForModerators}</h2>
        <Saved part="notes" said={said} />
        <form method="post" action={`/api/v1/members/${author.handle}/notes`}>
          <input type="hidden" name="_return" value={returnTo(here, "notes")} />
          <TextArea
            label={t.aNote}
            name="words"
            rows={2}
            required
            defaultValue={kept._for === "message" ? undefined : kept.words}
          />
          <Button>{t.saveNote}</Button>
        </form>
      </section>

      {profile && (
        <section className={sections.section}>
          <h2>{t.nameAndBio}</h2>
          <Saved part="profile" said={said} />
          <ProfileForm
            profile={profile}
            rules={rules}
            back={returnTo(here, "profile")}
            kept={kept._for === author.handle ? kept : {}}
          />
        </section>
      )}

      {may && (
        <section className={sections.section}>
          <h2>{t.actions}</h2>
          <Saved part="message" said={said} />
          <details className={folds.fold} open={kept._for === "message"}>
            <summary>{t.sendAMessage}</summary>
            <form method="post" action={`/api/v1/members/${author.handle}/messages`}>
              <input type="hidden" name="_return" value={returnTo(here, "message")} />
              <input type="hidden" name="_for" value="message" />
              <TextArea
                label={t.theyReadItInTheirInbox}
                name="words"
                rows={3}
                required
                defaultValue={kept._for === "message" ? kept.words : undefined}
              />
              <Button look="primary">{t.send}</Button>
            </form>
          </details>
          {SANCTION_KINDS.map((kind) => (
            <details key={kind} className={folds.fold} open={kept.kind === kind}>
              <summary>{OFFERS[kind]}</summary>
              <SanctionForm
                handle={author.handle}
                kind={kind}
                rules={rules}
                back={returnTo(here, "sanctions")}
                kept={kept.kind === kind ? kept : {}}
              />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function Sanction({ sanction, back, may }: { sanction: SanctionView; back: string; may: boolean }) {
  const { id, kind, reason, from, until, liftedAt, by, inForce } = sanction;
  // A warning is never in force, and can still have been wrong.
  const mayEnd = inForce || (kind === "warning" && liftedAt === null);
  return (
    <li>
      <p>
        {rich(t.sanctionLine, {
          when: <Time at={from} exact />,
          by: by ?? t.aFormerModerator,
          kind: SANCTION_WORDS[kind],
          until: until !== null && <> {rich(t.untilWhen, { when: <Time at={until} exact /> })}</>,
          liftedAt: liftedAt !== null && (
            <>
              , {kind === "warning" ? t.reversed : t.lifted} <Time at={liftedAt} exact />
            </>
          ),
          reason,
        })}
      </p>
      {mayEnd && may && (
        <form method="post" action={`/api/v1/sanctions/${id}`}>
          <input type="hidden" name="_method" value="DELETE" />
          <input type="hidden" name="_return" value={back} />
          {kind === "ban" && <Choice label={t.restoreTheCommentsItRemoved} name="restore" />}
          <Button>{kind === "warning" ? t.reverseWarning : t.liftIt}</Button>
        </form>
      )}
    </li>
  );
}
