import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { guessedOption, type PollView } from "@/domain/polls/poll";
import { PollForm, type OnDeed } from "./poll-form";
import * as t from "#messages/polls";
import { say } from "@/messages/say";

type Props = {
  slug: string;
  poll: PollView;
  onDeed?: OnDeed;
  /** What was typed before it was refused. */
  kept?: string;
};

/** "What share do you think chose this?", before the result; left empty it is "I would rather not". */
export function GuessForm({ slug, poll, onDeed, kept }: Props) {
  const option = guessedOption(poll.options);
  if (!option) return null;
  return (
    <PollForm slug={slug} deed="guess" onDeed={onDeed}>
      <Field
        label={say(t.whatShareInPerCent, { label: option.label })}
        hint={t.leaveItEmptyIfYouWould}
        name="share"
        type="number"
        min={0}
        max={100}
        step={1}
        inputMode="numeric"
        defaultValue={kept}
      />
      <Button>{t.showTheResult}</Button>
    </PollForm>
  );
}
