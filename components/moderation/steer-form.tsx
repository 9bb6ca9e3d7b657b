import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/field";
import { MomentField } from "@/components/ui/moment-field";
import { returnTo } from "@/components/ui/saved";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { RuleOptions } from "./rule-options";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

type Discussion = { comments: string; moderation: string; slowSeconds: number; closesAt: string | null };
type Props = { slug: string; discussion: Discussion; rules: HouseRule[]; kept: FormFlash };

/** One discussion's own rules; what gets stricter needs a house rule and goes into the log. */
export function SteerForm({ slug, discussion, rules, kept }: Props) {
  return (
    <form method="post" action={`/api/v1/moderation/articles/${slug}`}>
      <input type="hidden" name="_method" value="PATCH" />
      <input type="hidden" name="_return" value={returnTo(`/moderation/articles/${slug}`, "settings")} />
      <Select label={t.commentsAre} {...flashField(kept, "comments", discussion.comments)}>
        <option value="open">{t.open}</option>
        <option value="closed">{t.closedAsTheDiscussionIsOver}</option>
        <option value="locked">{t.lockedByTheModerators}</option>
      </Select>
      <Select label={t.newComments} {...flashField(kept, "moderation", discussion.moderation)}>
        <option value="post">{t.followTheSitesSettings}</option>
        <option value="pre">{t.needApproval}</option>
      </Select>
      <Select label={t.slowModeBetween} {...flashField(kept, "slowSeconds", String(discussion.slowSeconds))}>
        <option value="0">{t.off}</option>
        <option value="60">{t.aMinute}</option>
        <option value="300">{t.fiveMinutes}</option>
        <option value="900">{t.fifteenMinutes}</option>
        <option value="3600">{t.anHour}</option>
        {[0, 60, 300, 900, 3_600].includes(discussion.slowSeconds) || (
          <option value={discussion.slowSeconds}>
            {say(t.slowSecondsSeconds, { slowSeconds: discussion.slowSeconds })}
          </option>
        )}
      </Select>
      <MomentField
        label={t.itClosesByItselfOnUtc}
        {...flashField(kept, "closesAt", discussion.closesAt?.slice(0, 16) ?? "")}
      />
      <Select label={t.ruleWhenStricter} {...flashField(kept, "ground")}>
        <RuleOptions rules={rules} />
      </Select>
      <TextArea label={t.explanation} rows={2} {...flashField(kept, "explanation")} />
      <Button look="primary">{t.saveSettings}</Button>
    </form>
  );
}
