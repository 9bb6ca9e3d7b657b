import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import { WAYS, type Invitation, type Joining } from "./joining";

/** Who may join. */
export const JoiningSchema = answerSchema<Joining>()(
  "Joining",
  z.strictObject({ way: z.enum(WAYS), domains: z.array(z.string()) }),
);

export const InvitationSchema = answerSchema<Invitation>()(
  "Invitation",
  z.strictObject({
    id: z.uuid(),
    link: z.url().nullable(),
    note: z.string(),
    uses: z.int(),
    used: z.int(),
    madeBy: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  }),
);
export const InvitationsSchema = z.strictObject({ invitations: z.array(InvitationSchema) });
export const MadeInvitationSchema = z.strictObject({ id: z.uuid(), link: z.url() });
