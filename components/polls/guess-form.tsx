import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { guessedOption, type PollView } from "@/domain/polls/poll";
import { PollForm, type OnDeed } from "./poll-form";

/** "What share do you think chose this?", before the result; left empty it is "I would rather not". */
export function GuessForm({ slug, poll, onDeed }: { slug: string; poll: PollView; onDeed?: OnDeed }) {
  const option = guessedOption(poll.options);
  if (!option) return null;
  return (
    <PollForm slug={slug} deed="guess" onDeed={onDeed}>
      <Field
        label={`What share, in per cent, do you think chose “${option.label}”?`}
        hint="Leave it empty if you would rather not guess."
        name="share"
        type="number"
        min={0}
        max={100}
        step={1}
        inputMode="numeric"
      />
      <Button>Show the result</Button>
    </PollForm>
  );
}
