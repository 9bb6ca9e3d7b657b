import { lackOf } from "@/domain/polls/one-length";

type Props = { choice: string; answers: readonly { key: string; label: string }[] };

/** One's own answer by its name, in the room of the longest: a page that shows it has one length. */
export function OwnOption({ choice, answers }: Props) {
  const own = answers.find(({ key }) => key === choice.trim());
  if (!own) return null;
  return (
    <>
      <b dir="auto">{own.label}</b>
      <span hidden>
        {lackOf(
          own.label,
          answers.map(({ label }) => label),
        )}
      </span>
    </>
  );
}
