import "server-only";

import { isModerator, type Member } from "@/domain/members/member";
import { OPERATOR, type Operator } from "@/domain/members/policy";
import { mayAppoint } from "./policy";
import { logAppointment } from "@/domain/moderation/decisions/appointments";
import { database, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

type Post = { slug: string; handle: string };

/** Makes a member moderator of one article, from their next request on. Whoever moderates the whole site needs no such post. @returns their id */
export async function appoint(post: Post, actor: Member | Operator): Promise<string> {
  const { article, member } = await found(post, actor);
  if (isModerator(member)) throw new Conflict(say(t.moderatesTheWholeSiteAlready, { name: member.name }));
  await transaction(async (tx) => {
    const { count } = await tx.articleModerator.createMany({
      data: [{ articleId: article.id, memberId: member.id, by: actor === OPERATOR ? null : actor.id }],
      skipDuplicates: true,
    });
    if (count > 0) await logAppointment(tx, appointment("appoint", article, member), actor);
  });
  return member.id;
}

/** Ends it, from their next request on. What they decided stands. @returns their id */
export async function dismiss(post: Post, actor: Member | Operator): Promise<string> {
  const { article, member } = await found(post, actor);
  await transaction(async (tx) => {
    const { count } = await tx.articleModerator.deleteMany({
      where: { articleId: article.id, memberId: member.id },
    });
    if (count === 0) throw new NotFound(say(t.doesNotModerateThisArticle, { name: member.name }));
    await logAppointment(tx, appointment("dismiss", article, member), actor);
  });
  return member.id;
}

const appointment = (action: "appoint" | "dismiss", article: { id: string }, member: { id: string }) => ({
  action,
  articleId: article.id,
  memberId: member.id,
  before: action === "dismiss" ? ("moderator" as const) : null,
  after: action === "appoint" ? ("moderator" as const) : null,
});

async function found({ slug, handle }: Post, actor: Member | Operator) {
  authorize(mayAppoint(actor), actor === OPERATOR ? {} : actor, t.onlyAnAdminAppointsModerators);
  const [article, member] = await Promise.all([
    database().article.findUnique({ where: { slug }, select: { id: true } }),
    database().member.findUnique({
      where: { handle, hiddenAt: null },
      select: { id: true, name: true, role: true },
    }),
  ]);
  if (!article) throw new NotFound(t.noSuchArticle);
  if (!member) throw new NotFound(t.thereIsNoMember);
  return { article, member };
}
