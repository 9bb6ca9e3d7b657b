import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { SignOutForm } from "./sign-out-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { securitySentence, type SecurityKind } from "@/domain/members/security-event";
import * as t from "#messages/members";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** Without mail no new address can prove itself, and only the operator sets one. */
export function AddressWithoutMail({ email }: { email: string }) {
  return (
    <section className={styles.form} aria-labelledby="address">
      <h2 id="address">{t.eMailAddress}</h2>
      <p className={styles.aside}>{rich(t.youSignInWith, { email: <b>{email}</b> })}</p>
      <p className={styles.aside}>{t.thisSiteSendsNoMail}</p>
    </section>
  );
}

/** The new address proves itself by a mail; until then the present one stays. */
export function AddressForm({ email, refused, kept }: { email: string; refused: boolean; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account/address">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/account?said=address" />
      <input type="hidden" name="_back" value="/account" />
      <h2>{t.eMailAddress}</h2>
      <p className={styles.aside}>{rich(t.mailsGoTo, { email: <b>{email}</b> })}</p>
      {refused && <p>{t.mailsComeBack}</p>}
      <Field
        label={t.newAddress}
        type="email"
        autoComplete="email"
        required
        hint={t.weSendALinkThere}
        {...flashField(kept, "email")}
      />
      <p className={styles.actions}>
        <Button>{t.changeTheAddress}</Button>
      </p>
    </form>
  );
}

type Session = { id: string; browser: string; since: string; seen: string; here: boolean };

/** Every browser, this one first. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <section className={styles.form} aria-labelledby="signed-in">
      <h2 id="signed-in">{t.whereYouAreSigned}</h2>
      <p className={styles.aside}>{say(t.inBrowsersThisOneAmongThem, { sessions: sessions.length })}</p>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.entry}>
            <SessionEntry {...session} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {sessions.length > 1 && (
          <form method="post" action="/api/v1/account/other-sessions">
            <input type="hidden" name="_method" value="DELETE" />
            <Button>{t.signOutElsewhere}</Button>
          </form>
        )}
        <SignOutForm />
        <SignOutForm everywhere />
      </div>
    </section>
  );
}

function SessionEntry({ id, browser, since, seen, here }: Session) {
  return (
    <>
      <p>
        <b>{browser || t.anUnknownBrowser}</b>
      </p>
      <MetaLine>
        {here && <span>{t.thisOne}</span>}
        <span>{rich(t.signedInSince, { when: <Time at={since} exact /> })}</span>
        <span>{rich(t.lastSeenInTheHour, { when: <Time at={seen} exact /> })}</span>
      </MetaLine>
      {!here && (
        <form method="post" action={`/api/v1/account/sessions/${id}`}>
          <input type="hidden" name="_method" value="DELETE" />
          <Button look="quiet" aria-label={`${t.signThisOneOut}: ${browser || t.anUnknownBrowser}`}>
            {t.signThisOneOut}
          </Button>
        </form>
      )}
    </>
  );
}

type Happened = { kind: SecurityKind; at: string; browser: string };

/** What was done to the account, in plain words. */
export function SecurityList({ events }: { events: readonly Happened[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="security">
      <h2 id="security">{t.whatWasDone}</h2>
      <ul className={styles.list}>
        {events.map(({ kind, at, browser }) => (
          <li key={at + kind} className={styles.entry}>
            <p>{securitySentence(kind)}</p>
            <MetaLine>
              <Time at={at} exact />
              {browser && <span>{browser}</span>}
            </MetaLine>
          </li>
        ))}
      </ul>
    </section>
  );
}
