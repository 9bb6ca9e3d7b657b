import { readableDate, readableMoment } from "./time-words";

/**
 * A moment, given in ISO 8601 UTC. The server writes the date (or the date and the time, in UTC); with script a
 * `relative` one is counted from now by `RelativeTimes`, after the page has come to life, so that both sides agree.
 */
export function Time({
  at,
  relative = false,
  exact = false,
}: {
  at: string;
  relative?: boolean;
  exact?: boolean;
}) {
  return (
    <time
      dateTime={at}
      title={relative ? readableMoment(at) : undefined}
      data-relative={relative || undefined}
      suppressHydrationWarning
    >
      {exact ? readableMoment(at) : readableDate(at)}
    </time>
  );
}
