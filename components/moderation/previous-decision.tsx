import { Button } from "@/components/ui/button";
import type { LastDecision } from "@/domain/moderation/decisions/decision";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { decided } from "./sentences";
import outcomes from "./outcome.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Decided = LastDecision & { comment: string; author: string | null };

/** Without script the page comes back after each decision: here is what was decided, and the way to take it back. */
export function PreviousDecision({ last, rules, back }: { last: Decided; rules: HouseRule[]; back: string }) {
  return (
    <form method="post" action="/api/v1/moderation/decisions" className={outcomes.outcome}>
      <input type="hidden" name="action" value="undo" />
      <input type="hidden" name="decision" value={last.id} />
      <input type="hidden" name="_return" value={back} />
      <p>
        {rich(t.lastAboutAComment, {
          link: (words) => <a href={`/comments/${last.comment}`}>{words}</a>,
          author: last.author && say(t.byAuthor, { author: last.author }),
          rules: decided(last, last.moderator?.handle ?? null, rules),
        })}
      </p>
      {last.action !== "undo" && <Button look="quiet">{t.undo}</Button>}
    </form>
  );
}
