import { readableDate, readableMoment } from "./time-format";

type Props = {
  /** A moment: a `Date`, or ISO 8601 UTC. */
  at: Date | string;
  /** Counted from now, with script. */
  relative?: boolean;
  /** With the time of day. */
  exact?: boolean;
};

/**
 * The server writes the date (or the date and the time, in UTC); with script a `relative` one is counted from now by
 * `RelativeTimes`, after the page has come to life, so that both sides agree on what they draw.
 */
export function Time({ at, relative = false, exact = false }: Props) {
  const iso = new Date(at).toISOString();
  return (
    <time
      dateTime={iso}
      title={relative ? readableMoment(iso) : undefined}
      data-relative={relative || undefined}
      suppressHydrationWarning
    >
      {exact ? readableMoment(iso) : readableDate(iso)}
    </time>
  );
}
