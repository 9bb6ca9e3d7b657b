import { AuthorName } from "@/components/members/author-name";
import { RuleOptions } from "@/components/moderation/rule-options";
import { Button } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { EmptyState } from "@/components/ui/empty-state";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { ReplyState, ReplyToJudge } from "@/domain/polls/replies/reply";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  slug: string;
  replies: ReplyToJudge[];
  rules: HouseRule[];
  sent: string | null;
  kept: FormFlash;
};

const STANDS: Record<ReplyState, string> = {
  held: t.isPending,
  visible: t.isInTheRecord,
  rejected: t.wasLeftOutOfTheRecord,
};

/** Each side's reply with what can be decided about it: plain forms, each coming back to its own reply. */
export function ReplyReview({ slug, replies, rules, sent, kept }: Props) {
  if (replies.length === 0) return <EmptyState>{t.noSideHasReplied}</EmptyState>;
  return replies.map((reply) => (
    <section key={reply.side} className={styles.part} aria-labelledby={`reply-${reply.side}`}>
      <h2 id={`reply-${reply.side}`} dir="auto">
        {say(t.forLabel, { label: reply.label })}
      </h2>
      {sent === reply.side && kept && <Notice kind="problem">{kept.problem}</Notice>}
      <blockquote className={styles.quoted}>
        <ProseHtml html={reply.html} as="comment" />
        <footer className={styles.small}>
          {rich(t.authorItState, {
            author: reply.author ? <AuthorName author={reply.author} /> : t.aFormerMember,
            state: STANDS[reply.state],
          })}
        </footer>
      </blockquote>
      {reply.found.map((reason) => (
        <p key={reason} className={styles.small}>
          {say(t.aCheckSays, { reason })}
        </p>
      ))}
      {!reply.can.approve && !reply.can.reject && <p className={styles.small}>{t.itIsYourOwn}</p>}
      {reply.can.approve && (
        <DecisionForm slug={slug} reply={reply} action="approve">
          <Button look="primary">{t.addToTheRecord}</Button>
        </DecisionForm>
      )}
      {reply.can.reject && (
        <DecisionForm slug={slug} reply={reply} action="reject">
          <Select
            label={t.ruleItBreaks}
            name="ground"
            defaultValue={sent === reply.side ? (kept?.fields.ground ?? "") : ""}
            problem={sent === reply.side ? kept?.problems.ground : undefined}
          >
            <RuleOptions rules={rules} />
          </Select>
          <TextArea
            label={t.toItsAuthor}
            name="explanation"
            rows={2}
            defaultValue={sent === reply.side ? kept?.fields.explanation : undefined}
          />
          <Button>{t.leaveOut}</Button>
        </DecisionForm>
      )}
    </section>
  ));
}

const DecisionForm = (props: {
  slug: string;
  reply: ReplyToJudge;
  action: "approve" | "reject";
  children: React.ReactNode;
}) => (
  <form method="post" action={`/api/v1/articles/${props.slug}/poll/replies/${props.reply.side}/decision`}>
    <input type="hidden" name="_method" value="put" />
    <input type="hidden" name="_return" value={`/articles/${props.slug}/replies?form=${props.reply.side}`} />
    <input type="hidden" name="action" value={props.action} />
    <input type="hidden" name="revision" value={props.reply.revision} />
    {props.children}
  </form>
);
