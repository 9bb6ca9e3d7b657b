import { z } from "zod";
import { FOLLOWING_STATES } from "./following";
import * as t from "#messages/following";

export const NewFollowing = z.strictObject({
  state: z.enum(FOLLOWING_STATES, { error: t.followOrMute }).default("followed"),
});

/** `after` is where a page of discussions with news ended: the id of an article. */
export const NewsQuery = z.strictObject({ after: z.uuid({ error: t.noSuchPlace }).optional() });

/** `after` is where a page of what one follows ended: the ids of an article and of its subject. */
export const SubjectsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^[0-9a-f-]{36}~[0-9a-f-]{36}$/, { error: t.noSuchPlace })
    .refine((text) => text.split("~").every((id) => z.uuid().safeParse(id).success), { error: t.noSuchPlace })
    .optional(),
});
