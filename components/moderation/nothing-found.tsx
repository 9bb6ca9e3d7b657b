import { EmptyState } from "@/components/ui/empty-state";
import { checkTitle } from "@/domain/moderation/checks/checks";
import { FOUND_AT_MOST } from "@/domain/moderation/queue/found-at-most";
import type { Queue } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { deskPath, type DeskFilters } from "./desk-path";
import { QUEUE_NAMES, ruleTitle } from "./sentences";
import * as t from "#messages/queue";
import { say } from "@/messages/say";

type Props = {
  queue: Queue;
  asked: DeskFilters;
  rules: HouseRule[];
  elsewhere: { queue: Queue; count: number }[];
};

/** An empty list that was asked for something: what that was, where else it is, and the way to the whole queue. */
export function NothingFound({ queue, asked, rules, elsewhere }: Props) {
  return (
    <>
      <EmptyState>
        {say(t.nothingHereMatches, { queue: QUEUE_NAMES[queue], asked: inWords(asked, rules).join(", ") })}
      </EmptyState>
      {elsewhere.length > 0 ? (
        <>
          <p>{t.itIsElsewhere}</p>
          <ul>
            {elsewhere.map((other) => (
              <li key={other.queue}>
                <a href={deskPath({ ...asked, queue: other.queue })}>
                  {say(other.count > FOUND_AT_MOST ? t.moreThanInQueue : t.soManyInQueue, {
                    queue: QUEUE_NAMES[other.queue],
                    count: Math.min(other.count, FOUND_AT_MOST),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t.norElsewhere}</p>
      )}
      <p>
        <a href={deskPath({ queue })}>{say(t.showAllOf, { queue: QUEUE_NAMES[queue] })}</a>
      </p>
    </>
  );
}

function inWords({ q, article, member, rule, reason, age }: DeskFilters, rules: HouseRule[]): string[] {
  return [
    q !== undefined && say(t.theWords, { q }),
    member !== undefined && say(t.byTheMember, { member }),
    article !== undefined && say(t.underTheArticle, { article }),
    rule !== undefined && say(t.heldByTheCheck, { check: checkTitle(rule) }),
    reason !== undefined && say(t.reportedAsThis, { reason: ruleTitle(rules, reason) ?? reason }),
    age !== undefined && say(t.waitingForHours, { hours: age }),
  ].filter((words) => words !== false);
}
