import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { commentPath } from "@/components/comments/paths";
import { Crumb } from "@/components/comments/crumb";
import { EditForm } from "@/components/comments/edit-form";
import { HideStance, Restore, Withdraw } from "@/components/comments/own-comment";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { EDIT_MINUTES } from "@/domain/comments/comment";
import { getComment } from "@/domain/comments/get-comment";
import { Preview } from "@/domain/comments/schema";
import { renderComment } from "@/domain/prose/comment";
import { signInPath } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { idParam } from "@/web/pages/id-param";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.editAComment, robots: { index: false } };

/** What its author may do with a comment: change it for a while, take it back, bring it back, hide the vote it shows. */
export default async function EditPage({ params, searchParams }: PageProps<"/comments/[id]/edit">) {
  const id = idParam((await params).id);
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(`${commentPath(id)}/edit`));
  const comment = await orNotFound(getComment(id, viewer));
  const kept = await readFormFlash((await searchParams).kept);
  const can = comment.mine?.can;
  const typed = kept?.fields.body;
  const written = Preview.safeParse({ body: typed });
  return (
    <>
      <Crumb href={commentPath(id)} label={t.backToTheComment} />
      <h1>{t.yourComment}</h1>
      {kept?.problem && !can?.edit && <Notice kind="problem">{kept.problem}</Notice>}
      {typed !== undefined && !can?.edit && (
        <TextArea label={t.whatYouWrote} hint={t.itWasNotSaved} defaultValue={typed} readOnly />
      )}
      {can?.edit && (
        <EditForm
          comment={comment}
          typed={typed ?? null}
          problem={kept?.problem ? { status: 422, detail: kept.problem } : null}
          changed={typed !== undefined && kept?.fields.revision !== String(comment.revision)}
          preview={written.success ? renderComment(written.data.body) : null}
        />
      )}
      {can?.withdraw && !can.edit && <p>{say(t.aCommentCanBeEdited, { editMinutes: EDIT_MINUTES })}</p>}
      {can?.withdraw && <Withdraw id={id} />}
      {can?.restore && <Restore id={id} />}
      {can?.hideStance && <HideStance id={id} />}
      {!(can?.edit || can?.withdraw || can?.restore || can?.hideStance) && <p>{t.onlyItsAuthorCanEdit}</p>}
    </>
  );
}
