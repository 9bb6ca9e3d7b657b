import sections from "@/components/ui/section.module.css";

type Props = { question: string; options: { key: string; label: string; sentence: string }[] };

/** What the poll asks, in words; nobody can vote in a preview. */
export function PollPreview({ question, options }: Props) {
  return (
    <section className={sections.section} aria-labelledby="poll-question" id="poll">
      <h2 id="poll-question" dir="auto">
        {question}
      </h2>
      <ul>
        {options.map(({ key, label, sentence }) => (
          <li key={key} dir="auto">
            <strong>{label}</strong> {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
