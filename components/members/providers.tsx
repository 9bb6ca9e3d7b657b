import styles from "./members.module.css";
import { AgreeToRules, JoiningFields, type Joining } from "./joining-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import type { Joined, OfferedProvider } from "@/domain/members/providers/outside";
import * as words from "#messages/members";
import * as t from "#messages/providers";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** The ways in by accounts elsewhere; links, for they lead to another site. */
export function ProviderLinks({
  providers,
  label,
  query = {},
}: {
  providers: readonly OfferedProvider[];
  label: (provider: { name: string }) => string;
  query?: Record<string, string>;
}) {
  if (providers.length === 0) return null;
  return (
    <section className={styles.sample}>
      <p className={styles.aside}>{t.orWith}</p>
      <p className={styles.actions}>
        {providers.map(({ id, name }) => (
          <LinkButton key={id} href={wayTo(id, query)}>
            {label({ name })}
          </LinkButton>
        ))}
      </p>
    </section>
  );
}

function wayTo(id: string, query: Record<string, string>): string {
  const asked = new URLSearchParams(query).toString();
  return `/api/auth/signin/${id}${asked === "" ? "" : `?${asked}`}`;
}

/** On one's account page: what is connected, and what could be. */
export function ConnectedAccounts({
  joined,
  joinable,
}: {
  joined: readonly Joined[];
  joinable: readonly OfferedProvider[];
}) {
  if (joined.length + joinable.length === 0) return null;
  return (
    <section className={styles.form} aria-labelledby="connected">
      <h2 id="connected">{t.connectedAccounts}</h2>
      <p className={styles.aside}>{t.connectedExplained}</p>
      <ul className={styles.list}>
        {joined.map(({ id, provider, joinedAt }) => (
          <li key={id} className={styles.entry}>
            <p>
              <b>{provider}</b>
            </p>
            <MetaLine>
              <span>{rich(t.connectedSince, { when: <Time at={joinedAt} exact /> })}</span>
            </MetaLine>
            <form method="post" action={`/api/v1/account/providers/${id}`}>
              <input type="hidden" name="_method" value="DELETE" />
              <input type="hidden" name="_back" value="/account" />
              <Button look="quiet" aria-label={`${t.disconnect}: ${provider}`}>
                {t.disconnect}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {joinable.length > 0 && (
        <div className={styles.actions}>
          {joinable.map(({ id, name }) => (
            <LinkButton key={id} href={wayTo(id, { join: "1" })}>
              {say(t.connect, { name })}
            </LinkButton>
          ))}
        </div>
      )}
    </section>
  );
}

/** Whoever came by a provider has no password, and may want one. */
export function FirstPasswordForm({ email, kept }: { email: string; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account/password">
      <input type="hidden" name="_return" value="/account?said=password-set" />
      <input type="hidden" name="_back" value="/account" />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <h2>{t.setAPassword}</h2>
      <p className={styles.aside}>{t.noPasswordYet}</p>
      <Field
        label={words.newPassword}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        hint={say(words.aFewUnrelatedWords, { min: PASSWORD_LENGTH.min })}
        problem={kept?.problems.password}
      />
      <p className={styles.actions}>
        <Button>{t.setAPassword}</Button>
      </p>
    </form>
  );
}

type Finishing = { name: string; kept: FormFlash; joining: Joining };

/** What is left to choose for whoever came by a provider. */
export function FinishSignUpForm({ name, kept, joining }: Finishing) {
  return (
    <form className={styles.form} method="post" action="/api/v1/members/by-provider">
      <input type="hidden" name="_back" value="/sign-up/finish" />
      <JoiningFields {...joining} />
      <Field
        label={words.handle}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={words.yourNameInAddresses}
        {...flashField(kept, "handle")}
      />
      <Field
        label={words.name}
        autoComplete="name"
        hint={words.asOthersReadItBeside}
        {...flashField(kept, "name", name)}
      />
      <AgreeToRules agreement={joining.agreement} kept={kept} />
      <p className={styles.actions}>
        <Button look="primary">{t.createAccount}</Button>
      </p>
    </form>
  );
}
