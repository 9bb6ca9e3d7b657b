import { CodeField } from "./code-field";
import { QrCode } from "./qr-code";
import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import type { AppSecret } from "@/domain/members/keys/key";
import * as t from "#messages/keys";
import { rich } from "@/messages/rich";

const ACTION = "/api/v1/account/app";

type Props = { on: boolean; begun: AppSecret | null; mayChange: boolean; kept: FormFlash };

/** Codes from an app: off, being set up, or on. */
export function AppCodes({ on, begun, mayChange, kept }: Props) {
  return (
    <section className={styles.form} id="app" aria-labelledby="app-codes">
      <h2 id="app-codes">{t.codesFromAnApp}</h2>
      <p className={styles.aside}>{on ? t.codesAreOn : t.whatAnAppIs}</p>
      {mayChange && !on && begun === null && (
        <form method="post" action={ACTION}>
          <input type="hidden" name="_return" value="/account/keys#app" />
          <Button>{t.setUpAnApp}</Button>
        </form>
      )}
      {mayChange && begun !== null && <Begun {...begun} kept={kept} />}
      {mayChange && on && <Off label={t.switchCodesOff} said="off" />}
    </section>
  );
}

/** The address opens an app on this device; one on another scans it, or has the groups typed into it. */
function Begun({ address, groups, kept }: AppSecret & { kept: FormFlash }) {
  return (
    <>
      <p>{rich(t.openTheAppHere, { link: (words) => <a href={address}>{words}</a> })}</p>
      <QrCode text={address} label={t.codeToScan} />
      <p>{t.orTypeThisKey}</p>
      <p>
        <code>{groups.join(" ")}</code>
      </p>
      <form method="post" action={ACTION}>
        <input type="hidden" name="_method" value="PUT" />
        <input type="hidden" name="_return" value="/account/keys?said=on#codes" />
        <input type="hidden" name="_back" value="/account/keys#app" />
        <CodeField label={t.codeInTheApp} problem={kept?.problems.code} digits />
        <p className={styles.actions}>
          <Button look="primary">{t.switchCodesOn}</Button>
        </p>
      </form>
      <Off label={t.forgetThisKey} said="" />
    </>
  );
}

function Off({ label, said }: { label: string; said: string }) {
  return (
    <form method="post" action={ACTION}>
      <input type="hidden" name="_method" value="DELETE" />
      <input
        type="hidden"
        name="_return"
        value={said === "" ? "/account/keys" : `/account/keys?said=${said}`}
      />
      <Button look="quiet">{label}</Button>
    </form>
  );
}
