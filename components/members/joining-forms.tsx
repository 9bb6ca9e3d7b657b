import styles from "./members.module.css";
import joiningStyles from "./joining.module.css";
import { Button } from "@/components/ui/button";
import { Field, Select, TextArea } from "@/components/ui/field";
import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { WAYS, type Invitation, type Joining, type Way } from "@/domain/members/joining/joining";
import { MOST_DAYS, MOST_USES } from "@/domain/members/joining/schema";
import * as t from "#messages/joining";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

const WORDS: Record<Way, string> = {
  open: t.anybody,
  domains: t.someDomains,
  invitation: t.byInvitation,
  closed: t.nobody,
};

/** `proves`: whether new addresses are confirmed here, without which a rule about domains keeps nobody out. */
export function JoiningForm({
  joining,
  proves,
  kept,
}: {
  joining: Joining;
  proves: boolean;
  kept: FormFlash;
}) {
  return (
    <form className={styles.form} method="post" action="/api/v1/joining">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/moderation/joining?said=joining" />
      <input type="hidden" name="_back" value="/moderation/joining" />
      <Select label={t.newAccounts} {...flashField(kept, "way", joining.way)}>
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {WORDS[way]}
          </option>
        ))}
      </Select>
      <TextArea
        label={t.domains}
        hint={t.domainsHint}
        rows={3}
        {...flashField(kept, "domains", joining.domains.join("\n"))}
      />
      {joining.way === "domains" && !proves && <p>{t.notProven}</p>}
      <p className={styles.actions}>
        <Button look="primary">{t.save}</Button>
      </p>
    </form>
  );
}

export function InvitationForm({ kept }: { kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/invitations">
      <input type="hidden" name="_return" value="/moderation/joining?said=made" />
      <input type="hidden" name="_back" value="/moderation/joining" />
      <Field label={t.howMany} type="number" min={1} max={MOST_USES} {...flashField(kept, "uses", "1")} />
      <Field label={t.howLong} type="number" min={1} max={MOST_DAYS} {...flashField(kept, "days", "7")} />
      <Field label={t.forWhom} hint={t.forWhomHint} {...flashField(kept, "note")} />
      <p className={styles.actions}>
        <Button>{t.createInvitation}</Button>
      </p>
    </form>
  );
}

export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return <p>{t.noInvitations}</p>;
  return (
    <ul className={styles.list}>
      {invitations.map((invitation) => (
        <li key={invitation.id} className={styles.entry}>
          <InvitationEntry {...invitation} />
        </li>
      ))}
    </ul>
  );
}

function InvitationEntry({ id, link, note, uses, used, madeBy, expiresAt }: Invitation) {
  return (
    <>
      {note !== "" && (
        <p>
          <b>{note}</b>
        </p>
      )}
      <p className={joiningStyles.link}>{link === null ? t.linkIsGone : <code>{link}</code>}</p>
      <MetaLine>
        <span>{say(t.usedOf, { used, uses })}</span>
        <span>{rich(t.until, { when: <Time at={expiresAt} exact /> })}</span>
        <span>{madeBy === null ? t.madeByOperator : say(t.madeBy, { handle: madeBy })}</span>
      </MetaLine>
      <form method="post" action={`/api/v1/invitations/${id}`}>
        <input type="hidden" name="_method" value="DELETE" />
        <input type="hidden" name="_return" value="/moderation/joining?said=ended" />
        <Button look="quiet" aria-label={note === "" ? t.endIt : `${t.endIt}: ${note}`}>
          {t.endIt}
        </Button>
      </form>
    </>
  );
}
