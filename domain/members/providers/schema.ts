import { z } from "zod";
import { NewMember, NewPassword } from "@/domain/members/schema";

/** What somebody chooses for themselves; the rest the provider says. */
export const NewMemberByProvider = z.strictObject({
  handle: NewMember.shape.handle,
  name: NewMember.shape.name,
  next: NewMember.shape.next,
  invitation: NewMember.shape.invitation,
  rules: NewMember.shape.rules,
  terms: NewMember.shape.terms,
  privacy: NewMember.shape.privacy,
  age: NewMember.shape.age,
  ofAge: NewMember.shape.ofAge,
  agreed: NewMember.shape.agreed,
  drawn: NewMember.shape.drawn,
  homepage: NewMember.shape.homepage,
});
export type NewMemberByProvider = z.infer<typeof NewMemberByProvider>;

export const FirstPassword = z.strictObject({ password: NewPassword });
