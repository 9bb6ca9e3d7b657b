import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Field, Select, TextArea } from "@/components/ui/field";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { RuleOptions } from "./rule-options";

type Discussion = { comments: string; moderation: string; slowSeconds: number; closesAt: string | null };
type Props = { slug: string; discussion: Discussion; rules: HouseRule[]; kept: FormFlash };

/** One discussion's own rules; what gets stricter needs a house rule and goes into the log. */
export function SteerForm({ slug, discussion, rules, kept }: Props) {
  return (
    <form method="post" action={`/api/v1/moderation/articles/${slug}`}>
      <input type="hidden" name="_method" value="PATCH" />
      <input type="hidden" name="_return" value={`/moderation/articles/${slug}`} />
      <Select label="Comments are" {...flashField(kept, "comments", discussion.comments)}>
        <option value="open">open</option>
        <option value="closed">closed, as the discussion is over</option>
        <option value="locked">locked by the moderators</option>
      </Select>
      <Select label="New comments" {...flashField(kept, "moderation", discussion.moderation)}>
        <option value="post">appear as everywhere on the site</option>
        <option value="pre">wait for a moderator</option>
      </Select>
      <Select
        label="Slow mode: between two comments of one member"
        {...flashField(kept, "slowSeconds", String(discussion.slowSeconds))}
      >
        <option value="0">no pause</option>
        <option value="60">a minute</option>
        <option value="300">five minutes</option>
        <option value="900">a quarter of an hour</option>
        <option value="3600">an hour</option>
        {[0, 60, 300, 900, 3_600].includes(discussion.slowSeconds) || (
          <option value={discussion.slowSeconds}>{discussion.slowSeconds} seconds</option>
        )}
      </Select>
      <Field
        label="It closes by itself on (UTC)"
        type="date"
        {...flashField(kept, "closesAt", discussion.closesAt?.slice(0, 10) ?? "")}
      />
      <Select label="If this makes it stricter: the rule it rests on" {...flashField(kept, "ground")}>
        <RuleOptions rules={rules} />
      </Select>
      <TextArea label="Why, in your words" rows={2} maxLength={1_000} {...flashField(kept, "explanation")} />
      <Button look="primary">Change it</Button>
    </form>
  );
}
