import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Field } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/**
 * Who somebody new is, and what they sign in with. A password manager keeps the `username` beside the password: what one signs in with,
 * which is the address and not the handle.
 */
export const NewcomerFields = ({ kept }: { kept: FormFlash }) => (
  <>
    <Field
      label={t.eMail}
      type="email"
      autoComplete="username"
      required
      hint={t.toSignInWith}
      {...flashField(kept, "email")}
    />
    <Field
      label={t.handle}
      autoComplete="nickname"
      autoCapitalize="none"
      spellCheck={false}
      required
      hint={t.yourNameInAddresses}
      {...flashField(kept, "handle")}
    />
    <Field label={t.name} autoComplete="name" hint={t.asOthersReadItBeside} {...flashField(kept, "name")} />
    <Field
      label={t.password}
      type="password"
      name="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH.min}
      hint={say(t.aFewUnrelatedWords, { min: PASSWORD_LENGTH.min })}
      problem={kept?.problems.password}
      autoFocus={kept !== null && Object.keys(kept.problems)[0] === "password"}
    />
  </>
);
