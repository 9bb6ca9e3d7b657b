import type { ReactNode } from "react";

export type PollDeed = "vote" | "withdraw" | "pass" | "guess";
/** With script: do it without leaving the page. */
export type OnDeed = (deed: PollDeed, form: HTMLFormElement) => void;

const METHOD: Record<PollDeed, { path: string; method: string; said?: string }> = {
  vote: { path: "vote", method: "put", said: "?said=vote" },
  withdraw: { path: "vote", method: "delete", said: "?said=withdraw" },
  pass: { path: "pass", method: "put" },
  guess: { path: "guess", method: "put" },
};

/** One thing one can do with a poll, as a form that works by itself. */
export function PollForm(props: { slug: string; deed: PollDeed; onDeed?: OnDeed; children: ReactNode }) {
  const { slug, deed, onDeed, children } = props;
  const { path, method, said = "" } = METHOD[deed];
  return (
    <form
      method="post"
      action={`/api/v1/articles/${slug}/poll/${path}`}
      onSubmit={
        onDeed &&
        ((event) => {
          event.preventDefault();
          onDeed(deed, event.currentTarget);
        })
      }
    >
      <input type="hidden" name="_method" value={method} />
      <input type="hidden" name="_return" value={`/articles/${slug}/vote${said}`} />
      {children}
    </form>
  );
}
