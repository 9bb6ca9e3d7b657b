import { Button } from "@/components/ui/button";
import { Confirmation, Select } from "@/components/ui/field";
import { returnTo, Saved } from "@/components/ui/saved";
import { ROLES, type Role } from "@/domain/members/member";
import { ROLE_NAMES } from "./member-directory";
import sections from "@/components/ui/section.module.css";
import styles from "./sanction-form.module.css";
import * as t from "#messages/offices";
import { say } from "@/messages/say";

type Props = { member: { handle: string; name: string; role: Role }; said: string | undefined };

/** An admin gives a member a role: asked once, and told to the member. */
export function RoleForm({ member: { handle, name, role }, said }: Props) {
  return (
    <section className={sections.section}>
      <h2>{t.roleOfThisMember}</h2>
      <Saved part="role" said={said} />
      <p>{say(t.whatRolesMay, { name })}</p>
      <form method="post" action={`/api/v1/members/${handle}/role`} className={styles.sanction}>
        <input type="hidden" name="_method" value="PUT" />
        <input type="hidden" name="_return" value={returnTo(`/moderation/members/${handle}`, "role")} />
        <Select label={t.role} name="role" defaultValue={role}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_NAMES[one]}
            </option>
          ))}
        </Select>
        <Confirmation label={say(t.giveThisRole, { name })} />
        <Button>{t.changeTheRole}</Button>
      </form>
    </section>
  );
}
