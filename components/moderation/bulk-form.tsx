import { Button } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/field";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import { EmptyState } from "@/components/ui/empty-state";
import { COMMENT_ACTIONS, type CommentAction } from "@/domain/moderation/decisions/decision";
import { asWord, type SeenComment } from "@/domain/moderation/decisions/schema";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { CommentState } from "@/domain/comments/comment";
import type { Queue } from "@/domain/moderation/queue/queue";
import { CommentLines } from "./comment-lines";
import { RuleOptions } from "./rule-options";
import { NEEDS_RULE, QUEUE_NAMES } from "./sentences";
import { ButtonRow } from "@/components/ui/button-row";
import * as t from "#messages/desk";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type BulkPreview = {
  comments: (SeenComment & {
    name: string | null;
    excerpt: string;
    at: string;
    state: CommentState;
  })[];
  would: Record<CommentAction, number>;
  more: boolean;
};
type Selection = {
  pick: string[];
  queue?: Queue;
  member?: string;
  article?: string;
  rule?: string;
  reason?: string;
  age?: number;
  q?: string;
  days?: number;
};
type Props = { preview: BulkPreview; selection: Selection; rules: HouseRule[]; kept: FormFlash };

const VERBS: Record<CommentAction, string> = {
  approve: t.approve,
  reject: t.reject,
  hold: t.hold,
  restore: t.restore,
};

/** What will happen to which comments, before it does; each button says to how many. */
export function BulkForm({ preview: { comments, would, more }, selection, rules, kept }: Props) {
  if (comments.length === 0) return <EmptyState>{t.thereIsNothingToDecideAbout}</EmptyState>;
  return (
    <>
      {selection.queue !== undefined && (
        <p>
          {rich(t.allThatMatchIn, {
            queue: <a href={`/moderation?${queryOf(selection)}`}>{QUEUE_NAMES[selection.queue]}</a>,
          })}
        </p>
      )}
      {selection.member !== undefined && selection.queue === undefined && (
        <p>
          {rich(t.ofTheLastSevenDays, {
            member: <strong>{selection.member}</strong>,
            days:
              selection.days === undefined ? (
                t.everything
              ) : (
                <a href={`?member=${selection.member}`}>{t.everything}</a>
              ),
            link: (words) => <a href={`?member=${selection.member}&days=7`}>{words}</a>,
            link2: (words) => <a href={`?member=${selection.member}&days=1`}>{words}</a>,
          })}
        </p>
      )}
      <p>
        {say(t.countComments, { count: comments.length })}
        {more && t.theNewestOfMore}.
      </p>
      <form method="post" action="/api/v1/moderation/decisions/bulk">
        <input type="hidden" name="_back" value={addressOf(selection)} />
        <input type="hidden" name="comments" value={comments.map(asWord).join(",")} />
        <Select label={t.forRejectingOrHolding} {...flashField(kept, "ground")}>
          <RuleOptions rules={rules} />
        </Select>
        <TextArea label={t.toTheirAuthors} rows={2} {...flashField(kept, "explanation")} />
        <ButtonRow>
          {COMMENT_ACTIONS.filter((action) => would[action] > 0).map((action) => (
            <Button
              key={action}
              name="action"
              value={action}
              look={NEEDS_RULE.includes(action) ? "plain" : "primary"}
            >
              {VERBS[action]} {would[action]}
            </Button>
          ))}
        </ButtonRow>
      </form>
      <CommentLines
        comments={comments.map(({ comment, state, ...one }) => ({ ...one, id: comment, note: state }))}
      />
    </>
  );
}

/** This very page, for when the form is refused. */
const addressOf = (selection: Selection): string => `/moderation/bulk?${queryOf(selection)}`;

function queryOf({ pick, queue, member, article, rule, reason, age, q, days }: Selection): string {
  const words = new URLSearchParams(pick.map((id) => ["pick", id]));
  for (const [name, value] of Object.entries({ queue, member, article, rule, reason, age, q, days }))
    if (value !== undefined) words.set(name, String(value));
  return words.toString();
}
